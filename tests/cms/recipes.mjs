// The code of pkg/onsite/RECIPES.md, by name: what its readers copy is what the tests run. A block's name stands behind its language.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const text = readFileSync(new URL('../../pkg/onsite/RECIPES.md', import.meta.url), 'utf8');
const blocks = new Map([...text.matchAll(/^```\w+ (\S+)\n(.*?)^```$/gms)].map(([, name, code]) => [name, code]));
const taken = new Set();

export function recipe(name) {
  assert.ok(blocks.has(name), `RECIPES.md has no block "${name}", only ${[...blocks.keys()].join(', ')}`);
  taken.add(name);
  return blocks.get(name);
}

/** The same with its placeholders filled. */
export function filled(name, values) {
  let code = recipe(name);
  for (const [placeholder, value] of Object.entries(values)) {
    assert.ok(code.includes(placeholder), `the block "${name}" has no ${placeholder}`);
    code = code.replaceAll(placeholder, value);
  }
  return code;
}

/** Blocks that nothing has asked for, of those whose names begin with one of these words. */
export function untaken(...words) {
  return [...blocks.keys()].filter((name) => words.includes(name.split('-')[0]) && !taken.has(name));
}

/** The first words of all names. */
export const subjects = new Set([...blocks.keys()].map((name) => name.split('-')[0]));
