// The same, but it is not given the module.

import { createScorer } from "./../node_modules/leadscore/index.js";

export default {
  async fetch() {
    const { name, code, message } = await createScorer({ scores: [] }).catch((error) => error);
    return Response.json({ name, code, message });
  },
};
