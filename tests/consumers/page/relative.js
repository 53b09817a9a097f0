import { createScorer } from "./node_modules/leadscore/index.js";
import { score } from "./score.js";

score(createScorer);
