// The page's library modules in a browser, without the page: built by Vite, served from memory under the page's kind of policy, and imported
// by whoever tests them.

import { createServer } from "node:http";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";

const www = fileURLToPath(new URL("../../www/", import.meta.url));
const fromPage = createRequire(`${www}package.json`);
const vite = await import(pathToFileURL(fromPage.resolve("vite")));

const names = ["edits", "files", "history", "library", "link", "record", "templates"];
const policy = "default-src 'none'; script-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

/** Serves each module as `/NAME.js`, and an empty page at `/`. */
export async function serveLibrary() {
  const { output } = await vite.build({
    root: www,
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      target: "es2023",
      modulePreload: false,
      rolldownOptions: {
        input: Object.fromEntries(names.map((name) => [name, `${www}src/library/${name}.ts`])),
        preserveEntrySignatures: "strict",
        output: { entryFileNames: "[name].js" },
      },
    },
  });
  const files = new Map(output.map(({ fileName, code, source }) => [`/${fileName}`, code ?? source]));
  const server = createServer((request, response) => {
    const code = files.get(request.url);
    if (code !== undefined) response.writeHead(200, { "Content-Type": "text/javascript" }).end(code);
    else response.writeHead(200, { "Content-Type": "text/html", "Content-Security-Policy": policy }).end("<!doctype html><title>library</title>");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}
