import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";
import { demo } from "./build/demo.ts";
import { folderPolicy, withPolicy } from "./build/policy.ts";
import { serviceWorker } from "./build/service-worker.ts";
import { singleFile } from "./build/single-file.ts";

/** The policy stands in the page itself, so that it holds wherever the page is put. Vite's own dev client could not live with it. */
const writePolicy: Plugin = {
  name: "content-security-policy",
  apply: "build",
  transformIndexHtml: { order: "post", handler: (html) => withPolicy(html, folderPolicy) },
};

/** The page writes it into the element that a site is given: not computed there, as browsers do that only on pages with a secure connection. */
function onsiteIntegrity(): string {
  const script = readFileSync(fileURLToPath(import.meta.resolve("leadscore/onsite/onsite.js")));
  return `sha384-${createHash("sha384").update(script).digest("base64")}`;
}

/** `vite build` makes the folder dist, `vite build --mode single-file` the file dist-single/leadscore.html. */
export default defineConfig(({ command, mode }) => ({
  // Works in any folder of any server.
  base: "./",
  plugins: mode === "single-file" ? [singleFile()] : [writePolicy, serviceWorker(), demo()],
  define: {
    "import.meta.env.VITE_DELIVERY": JSON.stringify(command === "serve" ? "development" : mode === "single-file" ? "single file" : "folder"),
    "import.meta.env.VITE_ONSITE_INTEGRITY": JSON.stringify(onsiteIntegrity()),
  },
  worker: { format: "es" },
  build: {
    target: "es2023",
    // Samples and icons stay files: data: addresses would need a laxer policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { fs: { allow: [".", "../pkg"] } },
  preview: {
    // Workers answer to the headers of their own file, not to the page's meta element.
    headers: { "Content-Security-Policy": folderPolicy, "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer" },
  },
}));
