// The criteria of workload.ruleset.json, told to peers that have a language of their own.
//
// In: the ruleset, and a language: a function for each kind of test, which gets property and operand and returns the test in the
// peer's terms. Out: each criterion's points and condition, and the condition of being in a band at all. Tests are of facts
// (facts.mjs): lower-case text, numbers, milliseconds and lists, so that all of the days are comparisons of numbers.

import { readFileSync } from 'node:fs';
import { AS_OF } from './workload.mjs';

const DAY = 86_400_000;

/** The facts that have the items of properties that are lists. */
const ITEMS = { forms_submitted: 'forms_submitted', pages_visited: 'visited_pages' };

export const RULESET = readFileSync(new URL('workload.ruleset.json', import.meta.url), 'utf8');

function condition(filter, language) {
  const parts = (list) => list.map((part) => condition(part, language));
  if (filter.all) return language.all(parts(filter.all));
  if (filter.any) return language.any(parts(filter.any));
  if (filter.not) return language.not(condition(filter.not, language));
  const { property, ...test } = filter;
  const [[operator, operand]] = Object.entries(test);
  const texts = () => [operand].flat().map((text) => text.toLowerCase());
  switch (operator) {
    case 'contains':
      return language.contains(property, texts());
    case 'is_any_of':
      return ITEMS[property] ? language.hasAny(ITEMS[property], texts()) : language.isAnyOf(property, texts());
    case 'contains_all':
      return language.hasAll(ITEMS[property], texts());
    case 'is_equal_to':
      return operand === true ? language.isTrue(property) : language.isAnyOf(property, texts());
    case 'is_between':
      return language.between(property, ...operand);
    case 'is_greater_than_or_equal_to':
      return language.atLeast(property, operand);
    case 'is_greater_than':
      return language.above(property, operand);
    case 'is_less_than':
      return language.below(property, operand);
    case 'is_less_than_x_days_ago':
      return language.between(property, AS_OF - operand * DAY, AS_OF);
    case 'is_more_than_x_days_ago':
      return language.below(property, AS_OF - operand * DAY);
    case 'is_known':
      return language.known(property);
    case 'is_unknown':
      return language.not(language.known(property));
    default:
      throw new Error(`workload.ruleset.json: expected an operator that peers are told of, found ${operator}; add it to criteria.mjs`);
  }
}

/** The ruleset's criteria in a language, and what somebody in one of its bands meets. */
export function criteriaIn(language) {
  const { scores, bands } = JSON.parse(RULESET);
  const criteria = scores.flatMap((score) => score.groups).flatMap((group) => group.criteria);
  return {
    criteria: criteria.map(({ id, points, when }) => ({ id, points, when: condition(when, language) })),
    eligible: condition(bands[0].ranges[0].when, language),
  };
}

/** The band of a contact with so many points. */
export function bandOf(points, eligible) {
  if (!eligible || points < 35) return null;
  return points >= 65 ? 'SQL' : 'MQL';
}
