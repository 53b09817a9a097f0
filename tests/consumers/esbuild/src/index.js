// An app that scores a contact.

import { createScorer } from "leadscore";

const ruleset = {
  scores: [
    { id: "fit", groups: [{ id: "person", criteria: [{ id: "vp", when: { property: "jobtitle", contains_word: "vp" }, points: 12.5 }] }] },
  ],
};

createScorer(ruleset).then((scorer) => console.log(scorer.score({ jobtitle: "VP Sales" }).scores.fit.points));
