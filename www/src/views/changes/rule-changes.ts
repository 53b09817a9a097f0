/**
 * What was changed in the rules themselves. In: two documents, either of which may be faulty. Out: the criteria, groups, scores, bands, stages, lists and
 * workflows that differ, matched by their ids, each with what is different about it. It holds texts against texts; what they mean is not its business.
 */
import { criteriaOf, kindOf, list, type BandRange, type BandSet, type Criterion, type Group, type RulesetDocument, type Score } from "../../editing/document.ts";
import { automationChanges } from "./automation-changes.ts";
import { changed, entriesOf, isWorthIt, limits, named, nameOf, others, paired, reordered, same, stateOf, text, type Change, type RuleChange } from "./matching.ts";

export type { Change, PartIds, RuleChange } from "./matching.ts";

export function ruleChanges(before: RulesetDocument, after: RulesetDocument): RuleChange[] {
  return [...changesOfRuleset(before, after), ...changesOfProperties(before, after), ...changesOfScores(before, after), ...changesOfBands(before, after), ...automationChanges(before, after)];
}

// The document

function changesOfRuleset(before: RulesetDocument, after: RulesetDocument): RuleChange[] {
  const changes = [
    ...changed("name", before.name ?? "", after.name ?? ""),
    ...changed("unknown-values", before.unknown_values ?? [], after.unknown_values ?? []),
    ...others(before, after, ["name", "unknown_values", "properties", "scores", "bands", "lifecycle", "lists", "workflows"]),
  ];
  return changes.length === 0 ? [] : [{ part: "ruleset", state: "changed", ids: {}, name: text(after.name), within: [], changes }];
}

function changesOfProperties(before: RulesetDocument, after: RulesetDocument): RuleChange[] {
  const [earlier, later] = [entriesOf(before.properties), entriesOf(after.properties)];
  return [...new Set([...later.keys(), ...earlier.keys()])].flatMap((property): RuleChange[] => {
    const [was, is] = [earlier.get(property), later.get(property)];
    const label = (is ?? was) as { label?: unknown } | undefined;
    const change = { part: "property" as const, ids: { property }, name: text(label?.label) || property, within: [], changes: [] };
    if (was === undefined) return [{ ...change, state: "added" }];
    if (is === undefined) return [{ ...change, state: "removed" }];
    const changes = others(was as object, is as object, []);
    return changes.length === 0 ? [] : [{ ...change, state: "changed", changes }];
  });
}

// Scores

function changesOfScores(before: RulesetDocument, after: RulesetDocument): RuleChange[] {
  const criteriaBefore = placed(before);
  const criteriaAfter = placed(after);
  return paired(list(before.scores), list(after.scores)).flatMap(([was, is]) => {
    const [score = {}] = [is ?? was];
    const id = text(score.id);
    const whole: RuleChange = { part: "score", state: stateOf(was, is), ids: { score: id }, name: nameOf(score), within: [], changes: [] };
    if (was && is) {
      whole.changes.push(...named(was, is), ...limits(was, is), ...changed("rescale", was.rescale, is.rescale), ...reordered(was.groups, is.groups));
      whole.changes.push(...others(was, is, ["id", "label", "note", "limit", "rescale", "groups"]));
    }
    const groups = paired(list(was?.groups), list(is?.groups)).flatMap(([one, other]) => changesOfGroup(score, one, other));
    const ids = [...new Set([...keysOf(criteriaAfter, id), ...keysOf(criteriaBefore, id)])];
    const criteria = ids.flatMap((key) => changesOfCriterion(criteriaBefore.get(key), criteriaAfter.get(key)));
    return [...(isWorthIt(whole) ? [whole] : []), ...groups, ...criteria];
  });
}

function changesOfGroup(score: Score, was: Group | undefined, is: Group | undefined): RuleChange[] {
  const group = is ?? was ?? {};
  const ids = { score: text(score.id), group: text(group.id) };
  const change: RuleChange = { part: "group", state: stateOf(was, is), ids, name: nameOf(group), within: [nameOf(score)], changes: [] };
  if (was && is) {
    change.changes.push(...named(was, is), ...limits(was, is), ...changed("decay", was.decay, is.decay), ...reordered(was.criteria, is.criteria));
    change.changes.push(...others(was, is, ["id", "label", "note", "limit", "decay", "criteria"]));
  }
  return isWorthIt(change) ? [change] : [];
}

// Criteria

interface Placed {
  score: Score;
  group: Group;
  criterion: Criterion;
}

/** By the ids of score and criterion. Those that are there twice are told apart by their number. */
function placed(document: RulesetDocument): Map<string, Placed> {
  const all = new Map<string, Placed>();
  for (const { score, group, criterion } of criteriaOf(document)) {
    const key = JSON.stringify([text(score.id), text(criterion.id)]);
    let free = key;
    for (let number = 2; all.has(free); number++) free = `${key} ${number}`;
    all.set(free, { score, group, criterion });
  }
  return all;
}

function keysOf(all: Map<string, Placed>, score: string): string[] {
  return [...all].filter(([, one]) => text(one.score.id) === score).map(([key]) => key);
}

function changesOfCriterion(was: Placed | undefined, is: Placed | undefined): RuleChange[] {
  const one = is ?? was;
  if (one === undefined) return [];
  const { score, group, criterion } = one;
  const ids = { score: text(score.id), group: text(group.id), criterion: text(criterion.id) };
  const change: RuleChange = { part: "criterion", state: stateOf(was, is), ids, name: nameOf(criterion), within: [nameOf(score), nameOf(group)], changes: [] };
  if (was && is) change.changes = changesWithin(was, is);
  else {
    // Of one that is new or gone it is said what it is or was.
    const side = is ? "after" : "before";
    change.changes.push({ aspect: "condition", [side]: criterion });
    if (typeof criterion.points === "number") change.changes.push({ aspect: "points", [side]: criterion.points });
  }
  return isWorthIt(change) ? [change] : [];
}

function changesWithin({ group: groupBefore, criterion: was }: Placed, { group: groupAfter, criterion: is }: Placed): Change[] {
  const muted = (criterion: Criterion): boolean => criterion.enabled === false;
  return [
    ...named(was, is),
    ...(muted(was) === muted(is) ? [] : [{ aspect: muted(is) ? ("muted" as const) : ("unmuted" as const) }]),
    ...changed("points", was.points, is.points),
    ...changesOfTest(was, is),
    ...changed("default", was.default, is.default),
    ...limits(was, is),
    ...changed("decay", was.decay, is.decay),
    ...changed("since", was.since, is.since),
    ...(text(groupBefore.id) === text(groupAfter.id) ? [] : [{ aspect: "group" as const, before: nameOf(groupBefore), after: nameOf(groupAfter) }]),
    ...others(was, is, [...keysOfTest, "id", "label", "note", "enabled", "points", "default", "limit", "decay", "since"]),
  ];
}

const keysOfAward = ["max_occurrences", "once_per", "frequency"] as const;
const keysOfCondition = ["when", "property", "event", "where", "within_days"] as const;
const keysOfTest = [...keysOfCondition, ...keysOfAward, "values"] as const;

/** Values one by one; conditions, and what events give, as the sentences that they make. */
function changesOfTest(was: Criterion, is: Criterion): Change[] {
  const differs = (keys: readonly (keyof Criterion)[]): boolean => keys.some((key) => !same(was[key], is[key]));
  if (kindOf(was) !== kindOf(is) || differs(keysOfCondition)) return [{ aspect: "condition", before: was, after: is }];
  if (differs(keysOfAward)) return [{ aspect: "award", before: was, after: is }];
  const [earlier, later] = [entriesOf(was.values), entriesOf(is.values)];
  return [...new Set([...later.keys(), ...earlier.keys()])].flatMap((value) =>
    changed("value", earlier.get(value), later.get(value)).map((change) => ({ ...change, subject: value })),
  );
}

// Bands

interface NamedRange {
  key: string;
  range: BandRange;
}

function changesOfBands(before: RulesetDocument, after: RulesetDocument): RuleChange[] {
  const idOf = (set: BandSet): string => text(set.score ?? set.id);
  const earlier = new Map(list(before.bands).map((set) => [idOf(set), set]));
  const later = new Map(list(after.bands).map((set) => [idOf(set), set]));
  return [...new Set([...later.keys(), ...earlier.keys()])].flatMap((id) => {
    const [was, is] = [earlier.get(id), later.get(id)];
    const score = list((is ? after : before).scores).find((one) => one.id === id);
    const name = text((is ?? was)?.label) || (score === undefined ? id : nameOf(score));
    const change: RuleChange = { part: "bands", state: stateOf(was, is), ids: { bands: id }, name, within: [], changes: [] };
    if (was && is) change.changes = changesOfRanges(was, is);
    return isWorthIt(change) ? [change] : [];
  });
}

function changesOfRanges(was: BandSet, is: BandSet): Change[] {
  const [earlier, later] = [rangesOf(was), rangesOf(is)];
  const changes = [...new Set([...later.keys(), ...earlier.keys()])].flatMap((subject): Change[] => {
    const [one, other] = [earlier.get(subject), later.get(subject)];
    const { when: whenBefore, ...boundsBefore } = one ?? {};
    const { when: whenAfter, ...boundsAfter } = other ?? {};
    return [
      ...changed("range", one && boundsBefore, other && boundsAfter).map((change) => ({ ...change, subject })),
      ...changed("range-when", whenBefore, whenAfter).map((change) => ({ ...change, subject })),
    ];
  });
  const scores = (set: BandSet): unknown => [set.rows?.score, set.columns?.score];
  const about = same(scores(was), scores(is)) ? [] : [{ aspect: "other" as const, subject: "score" }];
  return [...changed("name", was.label, is.label), ...changes, ...about, ...others(was, is, ["id", "score", "label", "ranges", "rows", "columns"])];
}

/** By label; of a matrix rows and columns have labels of their own. */
function rangesOf(set: BandSet): Map<string, BandRange> {
  const all: NamedRange[] = [set.ranges, set.rows?.ranges, set.columns?.ranges].flatMap((ranges) =>
    list(ranges).map((range) => ({ key: text(range.label), range })),
  );
  const ranges = new Map<string, BandRange>();
  for (const { key, range } of all) {
    let free = key;
    for (let number = 2; ranges.has(free); number++) free = `${key} (${number})`;
    ranges.set(free, range);
  }
  return ranges;
}
