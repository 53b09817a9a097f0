/** Contacts and rulesets come in, scores come out. */
import type { Under } from "../jobs.ts";
import type { Evaluated, Loaded, Settings } from "../protocol.ts";
import type { Workbench } from "../workbench.ts";

/** Diagnoses a ruleset and, if it has no errors, uses it. */
export function evaluate(workbench: Workbench, settings: Settings): Promise<Evaluated> {
  return workbench.evaluate(settings);
}

/** Reads contacts, and replaces those that were there if all goes well; they may bring an instant of their own. */
export function load(workbench: Workbench, files: { contacts: Blob; events?: Blob; asOf?: number }, under: Under): Promise<Loaded> {
  return workbench.load(files, under);
}

/** Lets go of the contacts. */
export function unload(workbench: Workbench, _: Record<string, never>): void {
  workbench.unload();
}
