// The examples of the package's README, as they stand there.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installed } from './installed.mjs';

/** Every block of JavaScript, with the heading that it stands under. */
export function examples() {
  const found = [];
  let heading = '';
  for (const [, title, code] of readFileSync(join(installed, 'README.md'), 'utf8').matchAll(/^## (.*)$|^```js\n([\s\S]*?)^```$/gm)) {
    if (title === undefined) found.push({ heading, code });
    else heading = title;
  }
  return found;
}
