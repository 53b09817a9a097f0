// Running conformance cases by the package. It runs in Node.js, in a page and in a worker, so it imports nothing.

/** The ways to ask: each gives what a case expects, or nothing if the case is none for it. */
const ways = {
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
};

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
