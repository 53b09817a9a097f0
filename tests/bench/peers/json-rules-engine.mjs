// json-rules-engine: a rule per criterion whose event carries the points, one more for who may be in a band, and operators of our
// own where its own would need several conditions: a condition is what costs its time.

import { bandOf, criteriaIn } from '../criteria.mjs';
import { facts } from '../facts.mjs';

const test = (fact, operator, value) => ({ fact, operator, value });

const LANGUAGE = {
  all: (parts) => ({ all: parts }),
  any: (parts) => ({ any: parts }),
  not: (part) => ({ not: part }),
  contains: (property, texts) => test(property, 'containsAnyOf', texts),
  isAnyOf: (property, texts) => test(property, 'in', texts),
  hasAny: (property, texts) => test(property, 'hasAnyOf', texts),
  hasAll: (property, texts) => ({ all: texts.map((text) => test(property, 'contains', text)) }),
  isTrue: (property) => test(property, 'equal', true),
  between: (property, least, most) => test(property, 'isBetween', [least, most]),
  atLeast: (property, least) => test(property, 'greaterThanInclusive', least),
  above: (property, least) => test(property, 'greaterThan', least),
  below: (property, most) => test(property, 'lessThan', most),
  known: (property) => test(property, 'notIn', [null, '']),
};

/** Rules begin with `all`, `any` or `not`. */
const conditions = (when) => (when.fact ? { all: [when] } : when);

/** A function that scores a contact. */
export async function jsonRulesEngine() {
  const { Engine } = await import('json-rules-engine');
  const { criteria, eligible } = criteriaIn(LANGUAGE);
  const engine = new Engine();
  engine.addOperator('containsAnyOf', (text, parts) => parts.some((part) => text.includes(part)));
  engine.addOperator('hasAnyOf', (items, wanted) => wanted.some((item) => items.includes(item)));
  engine.addOperator('isBetween', (number, [least, most]) => number !== null && number >= least && number <= most);
  for (const { id, points, when } of criteria) engine.addRule({ name: id, conditions: conditions(when), event: { type: 'points', params: { points } } });
  engine.addRule({ name: 'eligible', conditions: conditions(eligible), event: { type: 'eligible' } });
  return async (contact) => {
    const { events } = await engine.run(facts(contact));
    let sum = 0;
    let mayBe = false;
    for (const { type, params } of events) {
      if (type === 'points') sum += params.points;
      else mayBe = true;
    }
    return { points: sum, band: bandOf(sum, mayBe) };
  };
}
