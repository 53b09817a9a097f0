// What a site puts under /leadscore: the files of the embed as they are built, and a ruleset published by the package.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as leadscore from '../../pkg/node.js';

/** The package, as a site has it in node_modules. */
export const installed = fileURLToPath(new URL('../../pkg', import.meta.url));

/** Ten points for having looked at prices, one for every page; from ten points on it is an MQL. */
const ruleset = {
  name: 'Interest',
  scores: [
    {
      id: 'interest',
      groups: [
        {
          id: 'pages',
          criteria: [
            { id: 'prices', event: 'page_view', where: { property: 'url', contains: '/pricing' }, points: 10, max_occurrences: 1 },
            { id: 'views', event: 'page_view', points: 1 },
            { id: 'webinar', event: 'webinar_registered', points: 20 },
            { id: 'boss', when: { property: 'jobtitle', contains_word: ['ceo', 'head'] }, points: 5 },
          ],
        },
      ],
    },
  ],
  bands: [{ score: 'interest', ranges: [{ label: 'MQL', at_least: 10 }] }],
};

/** The ruleset file. */
export const published = await leadscore.publish(ruleset);

/** A file of the folder, or nothing. */
export function embedded(name) {
  if (name === 'ruleset.json') return Buffer.from(published);
  const path = join(installed, 'dist/onsite', name);
  return existsSync(path) ? readFileSync(path) : undefined;
}
