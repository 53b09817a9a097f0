const ruleset = {
  scores: [
    { id: "fit", groups: [{ id: "person", criteria: [{ id: "vp", when: { property: "jobtitle", contains_word: "vp" }, points: 12.5 }] }] },
  ],
};

/** Writes the points of a contact to the console. */
export async function score(createScorer) {
  const scorer = await createScorer(ruleset);
  console.log(scorer.score({ jobtitle: "VP Sales" }).scores.fit.points);
}
