/**
 * The files of the on-site embed, as this page carries them. In: a published ruleset. Out: all that a site needs, in one archive, and the
 * digest by which browsers hold the embed's script against what was meant. It does not know how a page calls the embed: that is
 * onsite-snippet.ts.
 */
import { zipSync } from "fflate";
import explainScript from "leadscore/onsite/explain.js?url";
import explainModule from "leadscore/onsite/explain.wasm?url";
import lifecycleScript from "leadscore/onsite/lifecycle.js?url";
import lifecycleModule from "leadscore/onsite/lifecycle.wasm?url";
import script from "leadscore/onsite/onsite.js?url";
import module from "leadscore/onsite/onsite.wasm?url";

const files = {
  "onsite.js": script,
  "onsite.wasm": module,
  "explain.js": explainScript,
  "explain.wasm": explainModule,
  "lifecycle.js": lifecycleScript,
  "lifecycle.wasm": lifecycleModule,
};

/** Of onsite.js, for the attribute `integrity`; the build has it from the file, as browsers compute none on pages without a secure connection. */
export const integrity: string = import.meta.env.VITE_ONSITE_INTEGRITY;

/** A zip with a folder of all files, the ruleset among them. Nothing in it is compressed: it goes from this page to a disk, and no further. */
export async function archive(folder: string, ruleset: string): Promise<Blob> {
  const embed = await Promise.all(Object.entries(files).map(async ([name, address]) => [name, await bytesOf(name, address)] as const));
  const all = [...embed, ["ruleset.json", new TextEncoder().encode(ruleset)] as const];
  const content = Object.fromEntries(all.map(([name, bytes]) => [`${folder}/${name}`, bytes]));
  return new Blob([zipSync(content, { level: 0 })], { type: "application/zip" });
}

async function bytesOf(name: string, address: string): Promise<Uint8Array> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`expected ${name}, the server answered ${response.status}; check the connection and try again`);
  return new Uint8Array(await response.arrayBuffer());
}
