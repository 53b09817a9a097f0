import { defineConfig, type Plugin } from "vite";

/** Everything comes from where the page comes from. WebAssembly is compiled, nothing else may be made into code. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "img-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** The policy stands in the page itself, so that it holds wherever the page is put. Vite's own dev client could not live with it. */
const writePolicy: Plugin = {
  name: "content-security-policy",
  apply: "build",
  transformIndexHtml: {
    order: "post",
    handler: () => [
      { tag: "meta", attrs: { "http-equiv": "Content-Security-Policy", content: contentSecurityPolicy }, injectTo: "head-prepend" },
    ],
  },
};

export default defineConfig({
  // Works in any folder of any server.
  base: "./",
  plugins: [writePolicy],
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
    headers: { "Content-Security-Policy": contentSecurityPolicy, "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer" },
  },
});
