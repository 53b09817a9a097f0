// The conformance cases of all files, each with the name of its file.

import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../conformance/', import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith('.json'));

export const cases = files.sort().flatMap((file) => {
  return JSON.parse(readFileSync(new URL(file, folder), 'utf8')).map((example) => ({ file, ...example }));
});
