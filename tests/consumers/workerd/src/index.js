import { createScorer } from "leadscore";

const decides = { id: "decides", when: { property: "jobtitle", contains_word: ["director", "vp"] }, points: 20 };
const scorer = createScorer({ scores: [{ id: "fit", groups: [{ id: "person", criteria: [decides] }] }] });

export default {
  async fetch(request) {
    const contact = await request.json();
    return Response.json((await scorer).score(contact));
  },
};
