// What a page downloads for an engine, compressed by brotli: the package's default entry, and peers bundled and minified as pages do it.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotli, kilobytes, sizeOf } from '../../.ci/sizes.mjs';

const folder = fileURLToPath(new URL('.', import.meta.url));
const PEERS = [
  { name: 'json-logic-engine', imports: 'LogicEngine' },
  { name: 'json-rules-engine', imports: 'Engine' },
  { name: 'zen, WebAssembly', package: '@gorules/zen-engine-wasm', imports: 'default', module: '@gorules/zen-engine-wasm/dist/zen_engine_wasm_bg.wasm' },
];

async function bundled({ build }, { name, package: from = name, imports, module }) {
  const contents = `export { ${imports} } from ${JSON.stringify(from)}`;
  const options = { bundle: true, minify: true, format: 'esm', platform: 'browser', write: false, logLevel: 'silent' };
  const { outputFiles } = await build({ ...options, stdin: { contents, resolveDir: folder }, loader: { '.wasm': 'empty' } });
  const script = brotli(outputFiles[0].contents);
  return script + (module ? brotli(readFileSync(new URL(`node_modules/${module}`, import.meta.url))) : 0);
}

/** Bytes by name. */
export async function downloads() {
  const found = [{ name: 'leadscore', bytes: sizeOf({ entry: 'pkg/index.js' }).brotli }];
  for (const peer of PEERS) {
    try {
      found.push({ name: peer.name, bytes: await bundled(await import('esbuild'), peer) });
    } catch (error) {
      console.log(`${peer.name} (download) is left out: ${error.message.split('\n')[0]}`);
    }
  }
  console.log('\ndownload, brotli');
  for (const { name, bytes } of found) console.log(`  ${name.padEnd(36)}${kilobytes(bytes).padStart(10)}`);
  return found;
}
