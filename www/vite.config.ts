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

/** `vite build` makes the folder dist, `vite build --mode single-file` the file dist-single/leadscore.html. */
export default defineConfig(({ command, mode }) => ({
  // Works in any folder of any server.
  base: "./",
  plugins: mode === "single-file" ? [singleFile()] : [writePolicy, serviceWorker(), demo()],
  define: { "import.meta.env.VITE_DELIVERY": JSON.stringify(command === "serve" ? "development" : mode === "single-file" ? "single file" : "folder") },
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
