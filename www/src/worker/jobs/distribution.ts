/**
 * How contacts are spread: over the points of each score and its bands, over the bands of two scores at once, and how all that differs from
 * an earlier text of the ruleset. Counting is the package's; what is here puts its counts together.
 */
import type { Histogram, ResultFilter, Results } from "leadscore";
import { histogramOf } from "../histogram.ts";
import { bandsOver, outlineMatrices, outlineRuleset, type BandsOver, type Ranked } from "../outline.ts";
import type { Tone } from "../protocol.ts";
import type { Workbench } from "../workbench.ts";

type BandCounts = ReturnType<Results["bandCounts"]>;

/** Which contacts: all, or those that the list has now. It is asked anew when the list's generation changes. */
export interface Among {
  listed?: number;
}

export interface Spread {
  /** How many contacts are counted, and how many there are. */
  contacts: number;
  all: number;
  scores: ScoreSpread[];
}

export interface ScoreSpread {
  id: string;
  label: string;
  histogram: Histogram;
  sets: CountedSet[];
  /** Thresholds that would make the best and the next best of the contacts bands, of a score that has none. */
  suggested: { high: number; middle: number };
}

/** The bands over a score with how many contacts have each. */
export interface CountedSet {
  set: string;
  side: BandsOver["side"];
  bands: CountedBand[];
  /** Of a side of a matrix, those that have no cell. */
  without: number;
}

export interface CountedBand {
  label: string;
  tone: Tone;
  /** Absent where cells do not say which row or column they are of, because two have the same label. */
  count?: number;
}

/** Histograms and bands of every score, at about so many bars a score. */
export function distribution(workbench: Workbench, { bars, listed }: { bars: number } & Among): Spread | null {
  const { results, settings } = workbench;
  if (results === undefined || settings === undefined) return null;
  const among = filterOf(workbench, listed);
  const counts = results.bandCounts(among);
  const over = bandsOver(settings.ruleset);
  const scores = outlineRuleset(settings.ruleset).scores.map(({ id, label }): ScoreSpread => {
    const histogram = histogramOf(results, id, bars, among);
    const sets = over.filter(({ score }) => score === id).map((one) => countedSet(one, over, counts));
    return { id, label, histogram, sets, suggested: suggestedThresholds(histogram) };
  });
  return { contacts: results.count(among.where), all: results.rowCount, scores };
}

function filterOf({ question }: Workbench, listed: number | undefined): { where?: ResultFilter } {
  return listed === undefined || question.where === undefined ? {} : { where: question.where };
}

function countedSet({ set, side, bands }: BandsOver, over: readonly BandsOver[], counts: BandCounts): CountedSet {
  const counted = counts[set] ?? [];
  const without = counted.find(({ band }) => band === null)?.count ?? 0;
  const byLabel = new Map(counted.map(({ band, count }) => [band, count]));
  if (side === "own") return { set, side, bands: bands.map((band) => ({ ...band, count: byLabel.get(band.label) ?? 0 })), without };
  const others = over.find((one) => one.set === set && one.side !== side && one.side !== "own")?.bands ?? [];
  const cell = (mine: Ranked, other: Ranked): string => (side === "rows" ? mine.label + other.label : other.label + mine.label);
  const isClear = new Set(bands.flatMap((mine) => others.map((other) => cell(mine, other)))).size === bands.length * others.length;
  const sum = (mine: Ranked): number => others.reduce((total, other) => total + (byLabel.get(cell(mine, other)) ?? 0), 0);
  return { set, side, bands: bands.map((band) => (isClear ? { ...band, count: sum(band) } : band)), without };
}

/** Where about the best tenth and the best third of the contacts begin, at the edges of bars. */
function suggestedThresholds({ bins, total, width }: Histogram): ScoreSpread["suggested"] {
  const top = bins.at(-1)?.below ?? 0;
  const beginning = (share: number): number => {
    let [from, counted] = [top, 0];
    for (const bin of bins.toReversed()) {
      counted += bin.count;
      if (counted > total * share) break;
      from = bin.from;
    }
    return from;
  };
  const middle = beginning(1 / 3);
  return { high: Math.max(beginning(1 / 10), middle + Math.max(width, 1)), middle };
}

/** Bands on two axes with the contacts that have both. */
export interface Crossing {
  /** The matrix of the ruleset whose cells these are; else the bands of the two scores cross. */
  matrix?: { id: string; label: string };
  rows: CrossedBand[];
  columns: CrossedBand[];
  /** Row by row. */
  cells: { label: string; count: number }[][];
  /** Contacts outside all cells. */
  without: number;
}

/** `null` is for contacts without a band. */
export type CrossedBand = { label: string | null; tone: Tone };

/** The matrix of two scores, either way round; or their bands, if both have some. */
export function crossing(workbench: Workbench, { rows, columns, listed }: { rows: string; columns: string } & Among): Crossing | null {
  const { results, settings } = workbench;
  if (results === undefined || settings === undefined) return null;
  const among = filterOf(workbench, listed);
  const over = bandsOver(settings.ruleset);
  for (const { id, label } of outlineMatrices(settings.ruleset)) {
    const sides = over.filter(({ set, side }) => set === id && side !== "own");
    const [down, across] = [sides.find(({ score }) => score === rows), sides.find(({ score }) => score === columns)];
    if (down !== undefined && across !== undefined) return matrix(results.bandCounts(among)[id] ?? [], { id, label }, down, across);
  }
  const [down, across] = [rows, columns].map((id) => over.find(({ set, side }) => set === id && side === "own"));
  return down === undefined || across === undefined ? null : crossed(results, among.where, down, across);
}

function matrix(counts: BandCounts[string], { id, label }: { id: string; label: string }, down: BandsOver, across: BandsOver): Crossing {
  const byLabel = new Map(counts.map(({ band, count }) => [band, count]));
  const cell = (row: Ranked, column: Ranked): Crossing["cells"][number][number] => {
    const name = down.side === "rows" ? row.label + column.label : column.label + row.label;
    return { label: name, count: byLabel.get(name) ?? 0 };
  };
  const cells = down.bands.map((row) => across.bands.map((column) => cell(row, column)));
  return { matrix: { id, label }, rows: down.bands, columns: across.bands, cells, without: byLabel.get(null) ?? 0 };
}

function crossed(results: Results, where: ResultFilter | undefined, down: BandsOver, across: BandsOver): Crossing {
  const none: CrossedBand = { label: null, tone: "none" };
  const [rows, columns] = [down, across].map(({ bands }): CrossedBand[] => [...bands, none]) as [CrossedBand[], CrossedBand[]];
  const cells = rows.map((row) => {
    const inRow = { band: down.set, is_any_of: [row.label] };
    const counts = results.bandCounts({ where: where === undefined ? inRow : { all: [where, inRow] } })[across.set] ?? [];
    const byLabel = new Map(counts.map(({ band, count }) => [band, count]));
    return columns.map(({ label }) => ({ label: "", count: byLabel.get(label) ?? 0 }));
  });
  return { rows, columns, cells, without: 0 };
}
