// The examples of READMEs, as they stand there.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installed } from './installed.mjs';

/** Every block of JavaScript, with the heading that it stands under. Without a path: of the package's README. */
export function examples(path = join(installed, 'README.md')) {
  const found = [];
  let heading = '';
  for (const [, title, code] of readFileSync(path, 'utf8').matchAll(/^## (.*)$|^```js\n([\s\S]*?)^```$/gm)) {
    if (title === undefined) found.push({ heading, code });
    else heading = title;
  }
  return found;
}
