/**
 * Builds the service worker after the page: it has to know every file of it. In: the folder that was built, and
 * src/platform/service-worker.ts. Out: service-worker.js beside index.html, with the list of files and a digest of each.
 */
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { build, type Plugin } from "vite";

const fileName = "service-worker.js";

export function serviceWorker(): Plugin {
  let [root, folder] = ["", ""];
  return {
    name: "service-worker",
    apply: "build",
    configResolved: (config) => {
      root = config.root;
      folder = join(config.root, config.build.outDir);
    },
    closeBundle: {
      sequential: true,
      order: "post",
      handler: async (error) => {
        if (error === undefined) await buildServiceWorker(root, folder);
      },
    },
  };
}

async function buildServiceWorker(root: string, folder: string): Promise<void> {
  await build({
    root,
    configFile: false,
    logLevel: "warn",
    define: { FILES_OF_THE_PAGE: JSON.stringify(await filesOf(folder)) },
    build: {
      outDir: folder,
      emptyOutDir: false,
      copyPublicDir: false,
      target: "es2023",
      // A plain script: not every browser takes modules here.
      rolldownOptions: { input: join(root, "src/platform/service-worker.ts"), output: { format: "iife", entryFileNames: fileName } },
    },
  });
}

/** Every file with what tells its versions apart: what is in `assets` has a digest in its name already. */
async function filesOf(folder: string): Promise<{ url: string; revision: string | null }[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const urls = files.map((file) => relative(folder, file).split(sep).join("/")).filter((url) => url !== fileName);
  return Promise.all(
    urls.toSorted().map(async (url) => ({ url, revision: url.startsWith("assets/") ? null : digest(await readFile(join(folder, url))) })),
  );
}

function digest(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex").slice(0, 20);
}
