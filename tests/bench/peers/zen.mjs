// GoRules zen. Natively: a decision whose one expression node has the points and who may be in a band. Its WebAssembly package
// evaluates single expressions only, and reads them anew each time: it gets the same two in one.

import { readFile } from 'node:fs/promises';
import { bandOf, criteriaIn } from '../criteria.mjs';
import { facts } from '../facts.mjs';

const quoted = (text) => `'${text}'`;
const list = (texts) => `[${texts.map(quoted).join(', ')}]`;
const ifKnown = (property, test) => `(${property} != null and ${test})`;

const LANGUAGE = {
  all: (parts) => `(${parts.join(' and ')})`,
  any: (parts) => `(${parts.join(' or ')})`,
  not: (part) => `not (${part})`,
  contains: (property, texts) => `(${texts.map((text) => `contains(${property}, ${quoted(text)})`).join(' or ')})`,
  isAnyOf: (property, texts) => `${property} in ${list(texts)}`,
  hasAny: (property, texts) => `(${texts.map((text) => `${quoted(text)} in ${property}`).join(' or ')})`,
  hasAll: (property, texts) => `(${texts.map((text) => `${quoted(text)} in ${property}`).join(' and ')})`,
  isTrue: (property) => property,
  between: (property, least, most) => ifKnown(property, `${property} in [${least}..${most}]`),
  atLeast: (property, least) => ifKnown(property, `${property} >= ${least}`),
  above: (property, least) => ifKnown(property, `${property} > ${least}`),
  below: (property, most) => ifKnown(property, `${property} < ${most}`),
  known: (property) => `(${property} != null and ${property} != '')`,
};

function expressions() {
  const { criteria, eligible } = criteriaIn(LANGUAGE);
  return { points: criteria.map(({ when, points }) => `(${when} ? ${points} : 0)`).join(' + '), eligible };
}

function decision() {
  const content = { expressions: Object.entries(expressions()).map(([key, value]) => ({ id: key, key, value })) };
  return {
    nodes: [
      { id: 'contact', name: 'Contact', type: 'inputNode' },
      { id: 'criteria', name: 'Criteria', type: 'expressionNode', content },
      { id: 'score', name: 'Score', type: 'outputNode' },
    ],
    edges: [
      { id: 'in', sourceId: 'contact', targetId: 'criteria' },
      { id: 'out', sourceId: 'criteria', targetId: 'score' },
    ],
  };
}

const scored = ({ points, eligible }) => ({ points, band: bandOf(points, eligible) });

/** A function that scores a contact by the native engine. */
export async function zen() {
  const { ZenEngine } = await import('@gorules/zen-engine');
  const compiled = new ZenEngine().createDecision(decision());
  return async (contact) => scored((await compiled.evaluate(facts(contact))).result);
}

/** A function that scores a contact by the WebAssembly module. */
export async function zenWasm() {
  const { default: start, evaluateExpression } = await import('@gorules/zen-engine-wasm');
  const module = new URL('dist/zen_engine_wasm_bg.wasm', import.meta.resolve('@gorules/zen-engine-wasm'));
  await start({ module_or_path: await readFile(module) });
  const { points, eligible } = expressions();
  const both = `{ points: ${points}, eligible: ${eligible} }`;
  return (contact) => scored(evaluateExpression(both, facts(contact)));
}
