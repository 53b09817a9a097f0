/**
 * What the list shows, as a question to the results. In: what to sort, search and keep. Out: a question of the package.
 */
import type { Question } from "leadscore";
import type { IdentityColumns } from "./identity.ts";
import type { RulesetNames } from "./outline.ts";
import type { Arrangement } from "./protocol.ts";

export function question({ sort, descending, search, band, crossed, range, list, criteria }: Arrangement, columns: IdentityColumns): Question {
  const properties = columns.email === undefined ? columns.name : [...columns.name, columns.email];
  const tests: object[] = [];
  for (const one of [band, crossed]) if (one !== undefined) tests.push({ band: one.set, is_any_of: [one.label] });
  if (range !== undefined) tests.push({ score: range.score, at_least: range.from, below: range.below });
  if (list !== undefined) tests.push({ list });
  for (const { score, criterion, isMet } of criteria) tests.push({ criterion, score, is_met: isMet });
  // More than can be searched for is no name and no email.
  const words = search.trim().split(/\s+/).slice(0, 64).join(" ");
  if (words !== "") tests.push({ search: words, properties });
  return { sort, descending, ...(tests.length === 0 ? {} : { where: { all: tests } }) };
}

/** The arrangement without what the ruleset or the contacts, which may have changed, no longer have. */
export function fitting(arrangement: Arrangement, names: RulesetNames, properties: readonly string[]): Arrangement {
  const { band, crossed, range, list, criteria, ...rest } = arrangement;
  const isBand = ({ set, label }: NonNullable<Arrangement["band"]>): boolean =>
    names.bands.has(set) && (label === null || names.bands.get(set)?.has(label) === true);
  return {
    ...rest,
    ...(isThere(rest.sort, names, properties) ? {} : firstScore(names)),
    ...(band && isBand(band) ? { band } : {}),
    ...(crossed && isBand(crossed) ? { crossed } : {}),
    ...(range && names.criteria.has(range.score) ? { range } : {}),
    ...(list !== undefined && names.lists.has(list) ? { list } : {}),
    criteria: criteria.filter(({ score, criterion }) => names.criteria.get(score)?.has(criterion)),
  };
}

function isThere(sort: Arrangement["sort"], names: RulesetNames, properties: readonly string[]): boolean {
  if (sort === "id") return true;
  if ("score" in sort) return names.criteria.has(sort.score);
  return "band" in sort ? names.bands.has(sort.band) : properties.includes(sort.property);
}

function firstScore(names: RulesetNames): Pick<Arrangement, "sort" | "descending"> {
  const [score] = names.criteria.keys();
  return score === undefined ? { sort: "id", descending: false } : { sort: { score }, descending: true };
}
