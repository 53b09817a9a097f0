// Running conformance cases by the package. It runs in Node.js, in a page and in a worker, so it imports nothing.

/** The ways to ask: each gives what a case expects, or nothing if the case is none for it. */
export const ways = {
  async 'one by one'({ createScorer }, { ruleset, contacts, as_of, expected }) {
    if (!expected.scorecards) return undefined;
    const scorer = await createScorer(ruleset);
    const scorecards = contacts.map((contact) => scorer.score(contact, { asOf: as_of }));
    scorer.free();
    return { expected: expected.scorecards, found: scorecards };
  },
  async 'as a file'({ loadContacts }, { ruleset, contacts, as_of, expected }) {
    if (!expected.scorecards) return undefined;
    const table = await loadContacts(contacts.map((contact) => JSON.stringify(contact)).join('\n'), { format: 'ndjson' });
    const results = table.score(ruleset, { asOf: as_of });
    const scorecards = Array.from({ length: table.rowCount }, (_, row) => results.scorecard(row));
    table.free();
    return { expected: expected.scorecards, found: scorecards };
  },
  async diagnostics({ checkRuleset }, { ruleset, ruleset_text, expected }) {
    if (!expected.diagnostics) return undefined;
    // A document that is a text or a number can only be given as text.
    const given = ruleset_text ?? (typeof ruleset === 'object' && ruleset !== null ? ruleset : JSON.stringify(ruleset));
    const diagnostics = await checkRuleset(given);
    return { expected: expected.diagnostics, found: diagnostics.map(({ code, severity, path }) => ({ code, severity, path })) };
  },
  async 'steps, one by one'({ createScorer }, { ruleset, steps, expected }) {
    if (!expected.happenings) return undefined;
    const scorer = await createScorer(ruleset);
    let state = null;
    const happened = steps.map(({ as_of, contacts }) => {
      return contacts.flatMap((contact) => {
        const advanced = scorer.advance(state, contact, { asOf: as_of });
        state = advanced.state;
        return advanced.happenings;
      });
    });
    scorer.free();
    return told(expected, { happenings: happened, state });
  },
  async 'steps, as a file'({ loadContacts }, { ruleset, steps, expected }) {
    if (!expected.happenings) return undefined;
    let state = null;
    const happenings = [];
    for (const { as_of, contacts } of steps) {
      const table = await loadContacts(contacts.map((contact) => JSON.stringify(contact)).join('\n'), { format: 'ndjson' });
      const run = await table.advance(ruleset, state, { asOf: as_of });
      const happened = [];
      for await (const happening of run.happenings()) happened.push(happening);
      happenings.push(happened);
      state = run.state;
      table.free();
    }
    return told(expected, { happenings, state });
  },
  async journeys({ createScorer }, { ruleset, contact, from, to, from_stage, expected }) {
    if (!expected.journey) return undefined;
    const scorer = await createScorer(ruleset);
    const { complete, steps } = scorer.journey(contact, { from, to, fromStage: from_stage });
    scorer.free();
    return told(expected, { complete, journey: steps });
  },
};

/** What was found, as far as something is expected of it; a state is expected as a whole. */
function told(expected, found) {
  const asked = askedFor(expected, found);
  return { expected, found: 'state' in expected ? { ...asked, state: found.state } : asked };
}

function askedFor(expected, found) {
  if (Array.isArray(expected) && Array.isArray(found)) return found.map((item, place) => askedFor(expected[place], item));
  if (typeof expected !== 'object' || expected === null || typeof found !== 'object' || found === null) return found;
  const keys = Object.keys(expected).filter((key) => key in found);
  return Object.fromEntries(keys.map((key) => [key, askedFor(expected[key], found[key])]));
}

/** How many of the cases are for this way, and those that come out different. */
export async function differences(leadscore, cases, way) {
  const found = [];
  let count = 0;
  for (const { file, ...example } of cases) {
    const compared = await ways[way](leadscore, example);
    if (compared === undefined) continue;
    count++;
    if (!same(compared.expected, compared.found)) found.push({ file, description: example.description, ...compared });
  }
  return { count, found };
}

/** Whether two values are the same JSON, whatever the order of keys. */
function same(a, b) {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b);
  const [keys, others] = [Object.keys(a), Object.keys(b)];
  return Array.isArray(a) === Array.isArray(b) && keys.length === others.length && keys.every((key) => Object.hasOwn(b, key) && same(a[key], b[key]));
}
