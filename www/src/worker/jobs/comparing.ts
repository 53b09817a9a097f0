/**
 * What one text of the ruleset does against another: who changes, and why. A text that cannot be scored by, such as one that was opened with
 * errors in it, is said to be so.
 */
import { LeadscoreError, type Comparison, type ComparisonSummary, type Ledger, type MoversQuestion, type Results } from "leadscore";
import { clip, clipTexts } from "../../text/clip.ts";
import { identity } from "../identity.ts";
import { countBands } from "../outline.ts";
import type { Band } from "../protocol.ts";
import type { Workbench } from "../workbench.ts";

/** The texts that are compared; without `after` it is the rules as they are now. */
export interface Sides {
  before: string;
  after?: string;
}

/** The bands of a set on both sides, the best first. */
export interface MovementBands {
  id: string;
  label: string;
  before: Band[];
  after: Band[];
}

export type Compared =
  | { unusable: "before" | "after" }
  | { unusable?: undefined; contacts: number; summary: ComparisonSummary; bands: MovementBands[] };

/** Which contacts of a comparison: by which score, and of which move. */
export type WhichMovers = Pick<MoversQuestion, "score" | "band">;

/** A contact that changed. */
export interface Mover {
  row: number;
  id: string;
  name: string;
  email: string;
  change: number;
  scores: Record<string, { before?: number; after?: number }>;
  bands: Record<string, { before?: string | null; after?: string | null }>;
}

export interface Movers {
  total: number;
  rows: Mover[];
}

/** Both ledgers of a contact. */
export interface BothLedgers {
  row: number;
  id: string;
  name: string;
  email: string;
  before: Ledger;
  after: Ledger;
}

export function compare(workbench: Workbench, sides: Sides): Compared | null {
  const both = resultsOf(workbench, sides);
  if (both === null || "unusable" in both) return both;
  const { summary, rowCount } = workbench.compared.of(both.before, both.after);
  const [before, after] = [countBands(sides.before, {}), countBands(sides.after ?? (workbench.settings?.ruleset ?? ""), {})];
  const bandsOf = (sets: typeof before, id: string): Band[] => sets.find((set) => set.id === id)?.bands ?? [];
  return clipTexts({
    contacts: rowCount,
    summary,
    bands: summary.bands.map(({ id, label }) => ({ id, label: label || id, before: bandsOf(before, id), after: bandsOf(after, id) })),
  });
}

/** The first so many of those that a question is about. */
export function movers(workbench: Workbench, { which, limit, ...sides }: Sides & { which: WhichMovers; limit: number }): Movers | null {
  const comparison = comparisonOf(workbench, sides);
  const { contacts } = workbench;
  if (comparison === null || contacts === undefined) return null;
  const { name, email } = contacts.columns;
  const properties = [...new Set([...name, ...(email === undefined ? [] : [email])])];
  try {
    const page = comparison.page({ ...which, limit, properties });
    const rows = page.rows.map(({ properties: values = {}, ...row }) => clipTexts({ ...row, ...identity(values, contacts.columns) }));
    return { total: page.total, rows };
  } catch (error) {
    // The score or the band went with the last change of the rules.
    if (isAboutWhatIsGone(error)) return { total: 0, rows: [] };
    throw error;
  }
}

export function bothLedgers(workbench: Workbench, { row, ...sides }: Sides & { row: number }): BothLedgers | null {
  const both = resultsOf(workbench, sides);
  const { contacts } = workbench;
  if (both === null || "unusable" in both || contacts === undefined || row >= both.after.rowCount) return null;
  const { id, properties } = contacts.table.contact(row);
  const [before, after] = [both.before.explain(row), both.after.explain(row)];
  return { row, id: clip(id, 120), ...identity(properties, contacts.columns), before: clipTexts(before), after: clipTexts(after) };
}

/** The contacts that a question is about with their points and bands before and after, as a CSV file. */
export async function exportMovers(workbench: Workbench, { which, ...sides }: Sides & { which: WhichMovers }): Promise<Blob | null> {
  const comparison = comparisonOf(workbench, sides);
  const { contacts } = workbench;
  if (comparison === null || contacts === undefined) return null;
  const { name, email } = contacts.columns;
  const properties = [...new Set([...name, ...(email === undefined ? [] : [email])])];
  try {
    const headers = { "content-type": "text/csv;charset=utf-8" };
    return await new Response(comparison.writeCsv({ ...which, properties }), { headers }).blob();
  } catch (error) {
    if (isAboutWhatIsGone(error)) return null;
    throw error;
  }
}

function comparisonOf(workbench: Workbench, sides: Sides): Comparison | null {
  const both = resultsOf(workbench, sides);
  return both === null || "unusable" in both ? null : workbench.compared.of(both.before, both.after);
}

function resultsOf(workbench: Workbench, { before, after }: Sides): { before: Results; after: Results } | { unusable: "before" | "after" } | null {
  if (workbench.contacts === undefined || workbench.results === undefined) return null;
  const now = after === undefined ? workbench.results : scoredBy(workbench, after);
  if (now === undefined) return { unusable: "after" };
  const earlier = scoredBy(workbench, before);
  return earlier === undefined ? { unusable: "before" } : { before: earlier, after: now };
}

function isAboutWhatIsGone(error: unknown): boolean {
  return error instanceof LeadscoreError && /^(invalid|not_found)/.test(error.code);
}

/** Undefined of a text with errors. */
function scoredBy(workbench: Workbench, text: string): Results | undefined {
  try {
    return workbench.resultsOf(text);
  } catch (error) {
    if (error instanceof LeadscoreError && error.code === "invalid_ruleset") return undefined;
    throw error;
  }
}
