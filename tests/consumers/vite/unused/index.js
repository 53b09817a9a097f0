// An app that imports the package and uses nothing of it.

import { createScorer } from "leadscore";

console.log("nothing");
