// json-logic-engine: one rule that adds up, compiled to a function by the engine. It takes null for 0, so that only tests that 0
// would meet ask first whether there is a value.

import { bandOf, criteriaIn } from '../criteria.mjs';
import { facts } from '../facts.mjs';

const value = (property) => ({ val: property });
const known = (property) => ({ '!=': [value(property), null] });
const or = (parts) => (parts.length === 1 ? parts[0] : { or: parts });
const ifKnown = (zeroMeetsIt, property, test) => (zeroMeetsIt ? { and: [known(property), test] } : test);

const LANGUAGE = {
  all: (parts) => ({ and: parts }),
  any: or,
  not: (part) => ({ '!': [part] }),
  contains: (property, texts) => or(texts.map((text) => ({ in: [text, value(property)] }))),
  isAnyOf: (property, texts) => ({ in: [value(property), texts] }),
  hasAny: (property, texts) => or(texts.map((text) => ({ in: [text, value(property)] }))),
  hasAll: (property, texts) => ({ and: texts.map((text) => ({ in: [text, value(property)] })) }),
  isTrue: value,
  between: (property, least, most) => ifKnown(least <= 0 && most >= 0, property, { '<=': [least, value(property), most] }),
  atLeast: (property, least) => ifKnown(least <= 0, property, { '>=': [value(property), least] }),
  above: (property, least) => ifKnown(least < 0, property, { '>': [value(property), least] }),
  below: (property, most) => ifKnown(most > 0, property, { '<': [value(property), most] }),
  // There is a title in the facts even if it is empty, for it is searched in.
  known: (property) => (property === 'jobtitle' ? { '!=': [value(property), ''] } : known(property)),
};

/** A function that scores a contact. */
export async function jsonLogicEngine() {
  const { LogicEngine } = await import('json-logic-engine');
  const { criteria, eligible } = criteriaIn(LANGUAGE);
  const engine = new LogicEngine();
  const points = engine.build({ '+': criteria.map(({ when, points }) => ({ if: [when, points, 0] })) });
  const mayBe = engine.build(eligible);
  return (contact) => {
    const known = facts(contact);
    const sum = points(known);
    return { points: sum, band: bandOf(sum, mayBe(known)) };
  };
}
