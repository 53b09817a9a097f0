// A digest of everything that pkg/dist is built from. As a program it prints the digest; with `--against BUILD.json` it fails
// if the one recorded there is another.

import { createHash } from "node:crypto";
import { readdirSync, readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(fileURLToPath(import.meta.url), "../..");

const singleFiles = [
  ".ci/build-wasm.sh",
  ".ci/shorten-names.mjs",
  ".ci/toolchain.sh",
  ".ci/write-dist.mjs",
  "Cargo.lock",
  "Cargo.toml",
  "pkg/package-lock.json",
];

export function sourceDigest() {
  const hash = createHash("sha256");
  for (const file of [...singleFiles, ...filesUnder("src"), ...filesUnder("pkg/onsite")].sort()) {
    const bytes = readFileSync(join(root, file));
    hash.update(`${file}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest("hex");
}

function filesUnder(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.name.startsWith(".")) return [];
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}

if (realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [option, build] = process.argv.slice(2);
  if (option !== "--against") {
    console.log(sourceDigest());
  } else if (JSON.parse(readFileSync(build, "utf8")).sources !== sourceDigest()) {
    console.error("error: pkg/dist was built from other sources than these; make pkg builds it anew, commit what it writes");
    process.exit(1);
  }
}
