// The package as TypeScript sees it: everything here must compile against index.d.ts. It is not run.

import { LeadscoreError, advance, checkRuleset, createScorer, decaySteps, initialize, loadContacts, publish } from 'leadscore';
import { createScorer as createOnPage } from 'leadscore/web';
import type { Advanced, Comparison, Contact, ContactsTable, Diagnostic, EventType, Happening, Histogram, Insights, Journey, Ledger, LoadReport, NextBand, Page, Results, Run, Scorecard, Scorer, State, ValueCounts } from 'leadscore';

const scorer: Scorer = await_(createScorer({ scores: [] }));
const contact: Contact = {
  id: 7,
  properties: { name: 'Ada', since: new Date(), tags: new Set(['a']), size: 5n, gone: undefined, score: NaN, list: ['a', 1, null] },
  events: new Set([{ type: 'call', time: 0 }]),
};
const card: Scorecard = scorer.score(contact, { asOf: new Date(), events: [{ type: 'call', time: '2024-01-01', properties: { a: 1 } }] });
const points: number | undefined = card.scores['fit']?.points;
const flat: Scorecard = scorer.score({ id: 'ada', jobtitle: 'VP', anything: { at: 'all' } });
const ledger: Ledger = scorer.explain(contact, { asOf: '2024-01-01' });
for (const { evidence } of ledger.scores.flatMap(({ groups }) => groups).flatMap(({ criteria }) => criteria)) {
  if (evidence.test === 'property') console.log(evidence.property, evidence.value?.length);
  if (evidence.test === 'occurrences') console.log(evidence.occurrences[0]?.points);
}

const table: ContactsTable = await_(loadContacts(new Blob(['id\n']), { format: 'csv', events: new Uint8Array(), onProgress: ({ bytesTotal }) => bytesTotal, signal: AbortSignal.timeout(1) }));
const stream: ReadableStream<Uint8Array> = new Blob([]).stream();
void [loadContacts(stream), loadContacts('id\n'), loadContacts(new ArrayBuffer(1)), loadContacts(chunks()), loadContacts(new Response())];
const report: LoadReport = table.report;
const results: Results = table.score('{}', { asOf: 0 });
const typed: Float64Array | undefined = results.scores['fit'];
const band: string | null | undefined = results.bands['fit']?.[0];
const at: Date = results.asOf;
const page: Page = results.page({ where: { band: 'fit', is_any_of: ['A', null] }, sort: { property: 'email' }, descending: true, offset: 0, limit: 5, properties: ['email'] });
const first: string | undefined = page.rows[0]?.properties?.['email'] ?? page.rows[0]?.bands['fit'] ?? undefined;
const counted: number = results.count('{ "score": "fit", "at_least": 1 }') + results.count();
const histogram: Histogram = results.histogram('fit', { width: 5, where: { all: [] } });
const bin: number | undefined = histogram.bins[0]?.from;
const insights: Insights = results.insights({ where: { criterion: 'vp', is_met: true } });
const alike: string | undefined = insights.scores[0]?.groups[0]?.criteria[0]?.same_contacts_as?.criterion;
const banded: number | undefined = results.bandCounts()['fit']?.find(({ band }) => band === null)?.count;
const next: NextBand | undefined = results.ways(0)[0];
const wayOccurrences: number | undefined = next?.ways[0]?.steps[0]?.occurrences;
const csv: ReadableStream<Uint8Array> = results.writeCsv({ sort: 'id', properties: ['email'] });
const comparison: Comparison = results.compare(table.score('{}'));
const raised: number | undefined = comparison.summary.scores.find((score) => score.in === 'both')?.raised;
const { rows: movers } = comparison.page({ score: 'fit', band: { id: 'fit', from: null, to: 'A' }, where: '{}', offset: 0, limit: 5, properties: ['email'] });
const change: number | undefined = movers[0]?.scores['fit']?.before ?? movers[0]?.change;
const changed: ReadableStream<Uint8Array> = comparison.writeCsv({ properties: ['email'] });
const steps: Promise<{ days: number; points: number }[]> = decaySteps({ percent: 5, every_days: 30, shape: 'compound' }, 10);
const published: Promise<string> = publish({ scores: [] });
const emails: (string | null)[] = table.values('email', { offset: 5, limit: 10 });
const valueCounts: ValueCounts = table.valueCounts('email', { search: 'x', offset: 1, limit: 5 });
const types: readonly EventType[] = table.eventTypes;
const kind: string | undefined = types[0]?.properties[0]?.kind;
const mostFrequent: string | undefined = (valueCounts.values[0] ?? table.eventValueCounts('form', 'name').values[0])?.value;
const advanced: Advanced = scorer.advance(null, contact, { asOf: 0, events: [] });
const state: State = scorer.advance(advanced.state, contact).state;
const alone: Promise<Advanced> = advance('{}', JSON.stringify(state), contact, { asOf: new Date() });
const journey: Journey = scorer.journey(contact, { from: 0, to: '2024-01-01', state, events: [], fromStage: 'none' });
const journeyStep: string | null | undefined = results.journey(0, { from: new Date(), fromStage: 'current' }).steps[0]?.stage;
const run: Run = await_(table.advance({}, null, { asOf: 0, onProgress: ({ done, total }) => done / total, signal: AbortSignal.timeout(1) }));
const onward: Promise<Run> = table.advance({}, run);
function act(happening: Happening): string | null {
  if (happening.kind === 'notified') return happening.channel + happening.message + happening.enrolment;
  if (happening.kind === 'stage_changed') return happening.from ?? happening.workflow ?? happening.to;
  if (happening.kind === 'unenrolled' && happening.reason === 'goal') return happening.workflow;
  return happening.cause.kind === 'list' ? happening.cause.list : happening.cause.text;
}
const told: (string | null)[] = run.page({ kind: 'notified', workflow: 'to-sales', stage: 'sql', channel: 'sales', name: 'crm', offset: 0, limit: 5 }).rows.map(act);
async function all(): Promise<void> {
  for await (const { key, at } of run.happenings({ kind: 'enrolled' })) console.log(key, at);
}
const funnel: number | undefined = run.summary.lifecycle?.stages[0]?.after;
const reached: number | undefined = run.rows({ stage: 'sql' })[0] ?? run.rows('{}').length + run.rows().length;
const whole: State = run.state;
const written: ReadableStream<Uint8Array> = run.writeState();
{
  using disposed = table.score('{}');
  using both = disposed.compare(results);
  console.log(disposed.rowCount, both.rowCount);
}
run.free();
results.free();
table.free();
scorer.free();

const started: Promise<void> = initialize();
void [initialize({}), initialize({ wasm: 'x.wasm' }), initialize({ wasm: fetch('x.wasm') }), initialize({ wasm: new Uint8Array() })];
const same: typeof createScorer = createOnPage;

checkRuleset('{}').then((diagnostics: Diagnostic[]) => diagnostics[0]?.place?.offset);
createScorer('{}').catch((error: unknown) => {
  if (error instanceof LeadscoreError && error.code === 'invalid_ruleset') console.log(error.path, error.diagnostics?.length, error.cause);
});

async function* chunks(): AsyncGenerator<Uint8Array> {
  yield new Uint8Array();
}

/** Types only. */
declare function await_<T>(promise: Promise<T>): T;
export { all, alike, alone, at, band, banded, bin, change, changed, counted, csv, emails, first, flat, funnel, journey, journeyStep, kind, mostFrequent, onward, points, published, raised, reached, report, same, started, steps, told, typed, wayOccurrences, whole, written };
