// The native program, as the native tests build it.

import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const toolchain = fileURLToPath(new URL('../../.ci/toolchain.sh', import.meta.url));

/** Its path. What is not built yet is built. */
export function nativeProgram() {
  const script = '. "$0" && native test --no-run --locked --quiet --test command --message-format=json';
  const messages = execFileSync('bash', ['-c', script, toolchain], { encoding: 'utf8', maxBuffer: 1e9 });
  return messages.split('\n').filter(Boolean).map(JSON.parse).find(({ executable, target }) => executable && target.kind.includes('bin')).executable;
}
