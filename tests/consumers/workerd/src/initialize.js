// Another entry than the one for workerd: it is given the module.

import { createScorer, initialize } from "leadscore/web";
import wasm from "leadscore/leadscore.wasm";

const decides = { id: "decides", when: { property: "jobtitle", contains_word: ["director", "vp"] }, points: 20 };

export default {
  async fetch(request) {
    const contact = await request.json();
    await initialize({ wasm });
    const scorer = await createScorer({ scores: [{ id: "fit", groups: [{ id: "person", criteria: [decides] }] }] });
    return Response.json(scorer.score(contact));
  },
};
