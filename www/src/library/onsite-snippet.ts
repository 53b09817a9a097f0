/**
 * How a page calls the on-site embed. In: where its files are, and what the user wants of it. Out: texts to copy: a script element, a script
 * that makes one, and the policy that lets it run. What the attributes mean stands in the package's ONSITE.md.
 */

/** Who says that a visitor agrees, before whom nothing is recorded: the site's own script, IAB TCF, Google's consent mode; or nobody is asked. */
export type Consent = "site" | "tcf" | "google" | "none";

export interface SnippetOptions {
  /** Where the files are: a path from the site's root, or a whole address; ends with a slash. */
  readonly folder: string;
  readonly integrity: string;
  readonly consent: Consent;
  readonly timeOnPage: boolean;
  readonly scrollDepth: boolean;
  /** Where changes of band are reported to, if anywhere. */
  readonly endpoint: string | undefined;
}

/** The folder as an address that every page of a site understands, or undefined if it is none. */
export function folderAddress(written: string): string | undefined {
  const address = addressOf(/^([a-z][a-z+.-]*:|\/)/i.test(written.trim()) ? written : `/${written.trim()}`);
  return address === undefined || address.endsWith("/") ? address : `${address}/`;
}

/** An address from the site's root, or a whole one, without what is no part of it; undefined if it is none that a page can ask. */
export function addressOf(written: string): string | undefined {
  const own = "https://site.invalid";
  if (!URL.canParse(written.trim(), own)) return undefined;
  const { protocol, origin, pathname, search, username } = new URL(written.trim(), own);
  if (!/^https?:$/.test(protocol) || username !== "") return undefined;
  return (origin === own ? "" : origin) + pathname + search;
}

/** The last folder of an address, as a name for a folder on a disk. */
export function folderName(folder: string): string {
  return /([\w.-]*\w)\/$/.exec(folder)?.[1] ?? "leadscore";
}

/** One line of HTML. With a nonce, for pages whose policy asks for one. */
export function scriptElement(options: SnippetOptions, nonce?: string): string {
  const attributes = Object.entries({ ...(nonce && { nonce }), ...attributesOf(options) });
  return `<script ${attributes.map(([name, value]) => (value === "" ? name : `${name}="${escaped(value)}"`)).join(" ")}></script>`;
}

/** A script that makes the element: tag managers take attributes such as `data-ruleset` away from those they are given. */
export function scriptThatMakesIt(options: SnippetOptions): string {
  const lines = Object.entries(attributesOf(options)).map(([name, value]) => `  script.setAttribute(${quoted(name)}, ${quoted(value)});`);
  return ["<script>", "(function () {", '  var script = document.createElement("script");', ...lines, "  document.head.appendChild(script);", "})();", "</script>"].join("\n");
}

/** What a site's Content-Security-Policy needs for the element with a nonce. */
export function policy({ folder, endpoint }: SnippetOptions, nonce: string): string {
  const origins = [folder, endpoint].flatMap((address) => (address !== undefined && /^https?:/.test(address) ? [new URL(address).origin] : []));
  return `Content-Security-Policy: script-src 'nonce-${nonce}' 'wasm-unsafe-eval'; connect-src ${["'self'", ...new Set(origins)].join(" ")}`;
}

/** Without a value, they are there or not. */
function attributesOf({ folder, integrity, consent, timeOnPage, scrollDepth, endpoint }: SnippetOptions): Record<string, string> {
  return {
    type: "module",
    src: `${folder}onsite.js`,
    integrity,
    crossorigin: "anonymous",
    "data-ruleset": `${folder}ruleset.json`,
    ...(consent === "site" && { "data-consent": "required" }),
    ...((consent === "tcf" || consent === "google") && { "data-consent-from": consent }),
    ...(timeOnPage && { "data-time-on-page": "" }),
    ...(scrollDepth && { "data-scroll-depth": "" }),
    ...(endpoint !== undefined && { "data-endpoint": endpoint }),
  };
}

function escaped(value: string): string {
  return value.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}

/** As a text of JavaScript that may stand in a page. */
function quoted(value: string): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}
