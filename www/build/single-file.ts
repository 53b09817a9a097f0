/**
 * Builds the page as one HTML file that opens by double click: scripts, styles, icon, worker and every file that the page would fetch
 * are inside. In: what Vite made of the page. Out: leadscore.html, with a policy that names each script and style by its digest.
 *
 * A page from file:// can load no module and fetch no file beside it; but it can make blobs, fetch them, and start workers from them
 * that are plain scripts.
 */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { build, type Plugin, type Rolldown } from "vite";
import { singleFilePolicy, withPolicy } from "./policy.ts";

const fileName = "leadscore.html";

export function singleFile(): Plugin {
  let root = "";
  return {
    name: "single-file",
    apply: "build",
    // Before Vite makes files of what is imported as an address.
    enforce: "pre",
    config: () => ({
      build: {
        outDir: "dist-single",
        copyPublicDir: false,
        assetsInlineLimit: Number.MAX_SAFE_INTEGER,
        chunkSizeWarningLimit: Number.MAX_SAFE_INTEGER,
        cssCodeSplit: false,
        rolldownOptions: { output: { codeSplitting: false } },
      },
    }),
    configResolved: (config) => {
      root = config.root;
    },
    load: {
      filter: { id: /[?&]url$/ },
      handler: async (id) => {
        const [path = "", query = ""] = id.split("?");
        return blobModule(query.startsWith("worker") ? await scriptOf(path, root) : await readFile(path));
      },
    },
    generateBundle: {
      order: "post",
      async handler(_, bundle) {
        const html = await inlined(bundle, (name) => readFile(`${root}/public/${name}`, "utf8"));
        for (const name of Object.keys(bundle)) delete bundle[name];
        this.emitFile({ type: "asset", fileName, source: html });
      },
    },
  };
}

/** A module that gives the address of a blob with this content. */
function blobModule(content: Buffer | string): { code: string; moduleType: "js" } {
  const text = content.toString();
  const code =
    typeof content === "string"
      ? `new Blob([${JSON.stringify(text)}], { type: "text/javascript;charset=utf-8" })`
      : content.equals(Buffer.from(text))
        ? `new Blob([${JSON.stringify(text)}])`
        : `new Blob([Uint8Array.from(atob("${content.toString("base64")}"), (character) => character.charCodeAt(0))])`;
  return { code: `export default URL.createObjectURL(${code});`, moduleType: "js" };
}

/** A worker and all that it imports, as one plain script. */
async function scriptOf(path: string, root: string): Promise<string> {
  const built = await build({
    root,
    configFile: false,
    logLevel: "warn",
    build: { write: false, target: "es2023", modulePreload: false, rolldownOptions: { input: path, output: { format: "iife", codeSplitting: false } } },
  });
  const [first, ...others] = "output" in built ? built.output : [];
  if (first?.type !== "chunk" || others.length > 0) throw new Error(`${path}: expected a worker that is one script`);
  return first.code;
}

async function inlined(bundle: Rolldown.OutputBundle, publicFile: (name: string) => Promise<string>): Promise<string> {
  const files = Object.values(bundle);
  const chunks = files.filter((file) => file.type === "chunk");
  const page = files.find((file) => file.fileName === "index.html");
  if (page?.type !== "asset") throw new Error("expected index.html among what was built");
  const [scripts, styles]: [string[], string[]] = [[], []];
  const text = (name: string): string => {
    const file = bundle[name];
    if (file === undefined) throw new Error(`index.html: expected ${name} among what was built`);
    return file.type === "chunk" ? file.code : file.source.toString();
  };

  let html = page.source.toString();
  const icon = await publicFile("icon.svg");
  html = html
    // There is nothing to install, and nothing beside it.
    .replace(/\s*<link rel="(manifest|apple-touch-icon|modulepreload)"[^>]*>/g, "")
    .replace(/(<link rel="icon" href=")[^"]*"/, (_, start: string) => `${start}data:image/svg+xml;base64,${Buffer.from(icon).toString("base64")}"`)
    .replace(/<link rel="stylesheet"[^>]*? href="\.\/([^"]+)"[^>]*>/g, (_, name: string) => {
      const style = text(name).replaceAll("</style", "<\\/style");
      styles.push(digest(style));
      return `<style>${style}</style>`;
    })
    .replace(/<script type="module"[^>]*? src="\.\/([^"]+)"[^>]*><\/script>/g, (_, name: string) => {
      const script = embeddable(text(name));
      scripts.push(digest(script));
      return `<script type="module">${script}</script>`;
    });
  const rest = files.length - chunks.length - styles.length - 1;
  if (scripts.length !== 1 || chunks.length !== 1 || rest !== 0) {
    throw new Error(`expected one script, styles and the page, found ${files.map((file) => file.fileName).join(", ")}`);
  }
  return withPolicy(html, singleFilePolicy(scripts, styles));
}

/** A script as it can stand in a page: without what would end it there, and without what reading the page would change. */
function embeddable(script: string): string {
  const safe = script.replace(/<\/(?=script)/gi, "<\\/").replaceAll("<!--", "\\x3C!--");
  if (/[\0\r]/.test(safe)) throw new Error("expected a script without U+0000 and carriage returns, which a page cannot hold as they are");
  return safe;
}

function digest(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
