/** What a ruleset does, in short: its bands and points, and how both differ from an earlier text of it. */
import { LeadscoreError, type Comparison, type Histogram, type Results } from "leadscore";
import { clip } from "../../text/clip.ts";
import { histogramOf } from "../histogram.ts";
import { identity } from "../identity.ts";
import { countBands, outlineRuleset } from "../outline.ts";
import type { BandSet, Tone } from "../protocol.ts";
import type { Workbench } from "../workbench.ts";

export interface Summary {
  contacts: number;
  scores: SummedScore[];
  bandSets: SummedBands[];
  /** The contacts that changed most. Absent if the earlier text scores nobody. */
  movers?: Mover[];
}

export interface SummedScore {
  id: string;
  label: string;
  histogram: Histogram;
  /** How many contacts have more and fewer points than before; absent if the score is new. */
  changed?: { raised: number; lowered: number };
}

export interface SummedBands {
  id: string;
  label: string;
  /** `null` is for those outside all bands. Without `before` the bands are new. */
  bands: { label: string | null; tone: Tone; count: number; before?: number }[];
  /** How many contacts have another band than before. */
  moved?: number;
}

export interface Mover {
  row: number;
  id: string;
  name: string;
  email: string;
  change: number;
  before: number | undefined;
  after: number | undefined;
  /** Where it has another one now. */
  band?: { before: string | null; after: string | null; set: string };
}

const mostMovers = 5;
/** About so many bars a score. */
const bars = 40;

/** The results now, held against those of `baseline`. */
export function summary(workbench: Workbench, { baseline }: { baseline: string }): Summary | null {
  const { results, settings } = workbench;
  if (results === undefined || settings === undefined) return null;
  const before = earlier(workbench, baseline);
  const comparison = before && workbench.compared.of(before, results);
  const { scores } = outlineRuleset(settings.ruleset);
  const sets = countBands(settings.ruleset, results.bandCounts());
  return {
    contacts: results.rowCount,
    scores: scores.map(({ id, label }) => ({ id, label, histogram: histogramOf(results, id, bars), ...changed(comparison, id) })),
    bandSets: sets.map((set) => summedBands(set, comparison)),
    ...(comparison === undefined ? {} : { movers: movers(workbench, comparison) }),
  };
}

/** A ruleset that was opened with errors has no results to hold others against. */
function earlier(workbench: Workbench, baseline: string): Results | undefined {
  try {
    return workbench.resultsOf(baseline);
  } catch (error) {
    if (error instanceof LeadscoreError && error.code === "invalid_ruleset") return undefined;
    throw error;
  }
}

function changed(comparison: Comparison | undefined, score: string): Pick<SummedScore, "changed"> {
  const found = comparison?.summary.scores.find(({ id }) => id === score);
  return found?.in === "both" ? { changed: { raised: found.raised, lowered: found.lowered } } : {};
}

function summedBands({ id, label, bands, without }: BandSet, comparison: Comparison | undefined): SummedBands {
  const found = comparison?.summary.bands.find((set) => set.id === id);
  const now = [...bands, { label: null, tone: "none" as const, count: without }];
  if (found?.in !== "both") return { id, label, bands: now };
  const before = new Map<string | null, number>();
  for (const { from, count } of found.moves) before.set(from, (before.get(from) ?? 0) + count);
  return { id, label, bands: now.map((band) => ({ ...band, before: before.get(band.label) ?? 0 })), moved: found.moved };
}

/** Those whose points changed most; where no points changed, those whose band did. */
function movers({ contacts }: Workbench, comparison: Comparison): Mover[] {
  if (contacts === undefined) return [];
  const { scores, bands } = comparison.summary;
  const { columns } = contacts;
  const properties = [...columns.name, ...(columns.email === undefined ? [] : [columns.email])];
  const both = scores.filter((score) => score.in === "both");
  const score = both.find(({ raised, lowered }) => raised > 0 || lowered > 0);
  const set = bands.find(({ in: where, moved }) => where === "both" && moved > 0);
  const shown = score?.id ?? both.find(({ id }) => id === set?.id)?.id ?? both[0]?.id;
  if (shown === undefined || (score === undefined && set === undefined)) return [];
  const page = comparison.page({ score: shown, limit: mostMovers, properties, ...(score === undefined && set ? { band: { id: set.id } } : {}) });
  return page.rows.map(({ row, id, change, scores: points, bands: of, properties: values = {} }) => {
    const own = of[shown] ?? of[set?.id ?? ""];
    const moved = own?.before !== undefined && own.after !== undefined && own.before !== own.after;
    const bandIn = of[shown] === undefined ? (set?.id ?? "") : shown;
    return {
      row,
      id: clip(id, 120),
      ...identity(values, columns),
      change,
      before: points[shown]?.before,
      after: points[shown]?.after,
      ...(moved ? { band: { set: bandIn, before: own.before ?? null, after: own.after ?? null } } : {}),
    };
  });
}
