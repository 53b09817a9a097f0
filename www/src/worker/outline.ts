/**
 * What the page shows of a ruleset's document: its name, its scores as columns, its bands in order of rank. In: the text of
 * a ruleset that was found free of errors. It reads labels; what a ruleset means is the package's business.
 */
import type { Results } from "leadscore";
import type { Band, BandSet, RulesetOutline, Tone } from "./protocol.ts";

interface Range {
  label: string;
  at_least?: number;
}

interface Side {
  score: string;
  ranges: Range[];
}

interface Document {
  name?: string;
  unknown_values?: string[];
  lists?: { id: string }[];
  scores: { id: string; label?: string; groups?: { criteria?: { id: string }[] }[] }[];
  bands?: (
    | { score: string; ranges: Range[] }
    | { id: string; label?: string; rows: Side; columns: Side }
  )[];
}

export function outlineRuleset(text: string): RulesetOutline {
  const document = read(text);
  return {
    name: document.name ?? "",
    unknownValues: (document.unknown_values ?? []).map((value) => value.trim().toLowerCase()),
    scores: document.scores.map(({ id, label }) => ({
      id,
      label: label || id,
      banded: (document.bands ?? []).some((set) => "score" in set && set.score === id),
    })),
  };
}

export function outlineMatrices(text: string): { id: string; label: string }[] {
  return (read(text).bands ?? []).flatMap((set) => ("id" in set ? [{ id: set.id, label: set.label || set.id }] : []));
}

/** The names that a question about results may use. */
export interface RulesetNames {
  /** The ids of criteria by the id of their score, which are in the ruleset's order. */
  criteria: Map<string, Set<string>>;
  /** The labels of bands by the id of the score or matrix. */
  bands: Map<string, Set<string>>;
  /** The ids of lists. */
  lists: Set<string>;
}

export function namesOf(text: string): RulesetNames {
  const { scores, bands = [], lists = [] } = read(text);
  return {
    criteria: new Map(scores.map(({ id, groups = [] }) => [id, new Set(groups.flatMap(({ criteria = [] }) => criteria.map((one) => one.id)))])),
    bands: new Map(bands.map((set) => ["score" in set ? set.score : set.id, new Set(labelsOf(set).map(({ label }) => label))])),
    lists: new Set(lists.map(({ id }) => id)),
  };
}

function labelsOf(set: NonNullable<Document["bands"]>[number]): Ranked[] {
  return "score" in set ? rankRanges(set.ranges) : rankCells(set.rows.ranges, set.columns.ranges);
}

/** Every band of the ruleset with the number of contacts that have it. */
export function countBands(text: string, counted: ReturnType<Results["bandCounts"]>): BandSet[] {
  const document = read(text);
  return (document.bands ?? []).map((set): BandSet => {
    const id = "score" in set ? set.score : set.id;
    const ranked = labelsOf(set);
    const label =
      "score" in set ? document.scores.find((score) => score.id === id)?.label || id : set.label || id;
    const counts = new Map((counted[id] ?? []).map(({ band, count }) => [band, count]));
    return {
      id,
      label,
      bands: ranked.map((band) => ({ ...band, count: counts.get(band.label) ?? 0 })),
      without: counts.get(null) ?? 0,
    };
  });
}

export type Ranked = Omit<Band, "count">;

/** Bands over the points of one score: a set of its own, or one side of a matrix. */
export interface BandsOver {
  score: string;
  /** Of the score or the matrix. */
  set: string;
  side: "own" | "rows" | "columns";
  bands: Ranked[];
}

/** In the order of the ruleset; a matrix has its rows and its columns. */
export function bandsOver(text: string): BandsOver[] {
  return (read(text).bands ?? []).flatMap((set): BandsOver[] => {
    if ("score" in set) return [{ score: set.score, set: set.score, side: "own", bands: rankRanges(set.ranges) }];
    const side = (which: "rows" | "columns"): BandsOver => ({ score: set[which].score, set: set.id, side: which, bands: rankRanges(set[which].ranges) });
    return [side("rows"), side("columns")];
  });
}

/** The best first; two ranges with one label are one band. */
function rankRanges(ranges: Range[]): Ranked[] {
  const labels = bestFirst(ranges);
  return labels.map((label, index) => ({ label, tone: tone(index, labels.length - 1) }));
}

function rankCells(rows: Range[], columns: Range[]): Ranked[] {
  const rowLabels = bestFirst(rows);
  const columnLabels = bestFirst(columns);
  const last = rowLabels.length + columnLabels.length - 2;
  const cells = rowLabels.flatMap((row, r) =>
    columnLabels.map((column, c) => ({ label: row + column, tone: tone(r + c, last) })),
  );
  return cells.filter((cell, index) => cells.findIndex(({ label }) => label === cell.label) === index);
}

function bestFirst(ranges: Range[]): string[] {
  const sorted = ranges.toSorted((a, b) => (b.at_least ?? -Infinity) - (a.at_least ?? -Infinity) || 0);
  return [...new Set(sorted.map((range) => range.label))];
}

function tone(rank: number, last: number): Tone {
  if (rank === 0) return "high";
  return last === 1 || rank <= last / 2 ? "middle" : "low";
}

function read(text: string): Document {
  return JSON.parse(text.replace(/^\uFEFF/, "")) as Document;
}
