// An app that imports the package and uses nothing of it.

import { createScorer } from "leadscore";
import { initialize } from "leadscore/web";

console.log("nothing");
