// esbuild with its default configuration, for pages and for Node.js.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { opened, served } from '../chromium.mjs';
import { POINTS, consumer } from '../consumer.mjs';

const { folder, node, tool } = consumer('esbuild');
const built = (out, ...args) => tool('esbuild', ['--bundle', '--log-limit=0', `--outfile=dist/${out}`, ...args]);

for (const [page, ...args] of [['classic.html'], ['module.html', '--format=esm'], ['classic.html', '--minify']]) {
  test(`for pages ${args.join(' ')}`, async () => {
    const { stderr } = await built('main.js', 'src/index.js', ...args);
    assert.doesNotMatch(stderr, /warning/i);
    await served(folder, async (origin) => assert.equal((await opened(`${origin}${page}`)).stdout, POINTS));
  });
}

for (const [out, format] of [['main.cjs', 'cjs'], ['main.mjs', 'esm']]) {
  test(`for Node.js, ${format}`, async () => {
    const { stderr } = await built(out, 'src/index.js', '--platform=node', `--format=${format}`);
    assert.doesNotMatch(stderr, /error/i);
    assert.equal((await node(`dist/${out}`)).stdout, POINTS);
  });
}

test('an app that uses nothing of the package has nothing of it', async () => {
  await built('main.js', 'src/unused.js');
  const script = readFileSync(join(folder, 'dist/main.js'), 'utf8');
  assert.equal(script.replaceAll(/^ *\/\/.*\n/gm, ''), '(() => {\n  console.log("nothing");\n})();\n');
});
