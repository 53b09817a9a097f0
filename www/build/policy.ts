/**
 * What the page may do, as its Content-Security-Policy: as a folder on a server, and as a single file; and what the demo site may. All compile
 * WebAssembly and make nothing else into code; what becomes the address of a script has to pass the policy in src/platform/trusted.ts.
 */

/** Whoever may make text into markup or the address of a script: Lit its templates, and src/platform/trusted.ts. */
const trustedTypes = ["require-trusted-types-for 'script'", "trusted-types lit-html leadscore"];
const nothingElse = ["object-src 'none'", "base-uri 'none'", "form-action 'none'"];

/** Everything comes from where the page comes from. */
export const folderPolicy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "img-src 'self'",
  ...nothingElse,
  ...trustedTypes,
].join("; ");

/** The demo site's: nothing that it has makes text into markup or scripts, and its forms are sent nowhere. */
export const demoPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  ...nothingElse,
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");

/** Everything is in the page: scripts and styles by their digests, the worker and the sample as blobs that the page makes. */
export function singleFilePolicy(scripts: string[], styles: string[]): string {
  return [
    "default-src 'none'",
    `script-src ${[...scripts, "'wasm-unsafe-eval'"].join(" ")}`,
    `style-src ${styles.length === 0 ? "'none'" : styles.join(" ")}`,
    "connect-src blob:",
    "worker-src blob:",
    "img-src data: blob:",
    "font-src data:",
    ...nothingElse,
    ...trustedTypes,
  ].join("; ");
}

/** Writes a policy into a page, behind its encoding, which has to stand in the first kilobyte, and before everything it is about. */
export function withPolicy(html: string, policy: string): string {
  const encoding = /<meta charset="utf-8"\s*\/?>/;
  if (!encoding.test(html)) throw new Error('index.html: expected <meta charset="utf-8" />, to write the policy behind it');
  return html.replace(encoding, (found) => `${found}\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`);
}
