// A program that scores a contact.

import { LeadscoreError, createScorer, initialize } from "leadscore";
import type { Scorer } from "leadscore";

const ruleset = {
  scores: [
    { id: "fit", groups: [{ id: "person", criteria: [{ id: "vp", when: { property: "jobtitle", contains_word: "vp" }, points: 12.5 }] }] },
  ],
};

async function score(): Promise<void> {
  const scorer: Scorer = await createScorer(ruleset);
  console.log(scorer.score({ jobtitle: "VP Sales" }).scores["fit"]?.points);
}

initialize().then(score, (error: unknown) => console.error(error instanceof LeadscoreError ? error.code : error));
