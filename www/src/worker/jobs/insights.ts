/** What each criterion, group and score does over all contacts. */
import type { Insights } from "leadscore";
import { clipTexts } from "../../text/clip.ts";
import type { Workbench } from "../workbench.ts";

/** Null without results. */
export function insights({ results }: Workbench, _: Record<string, never>): Insights | null {
  return results === undefined ? null : clipTexts(results.insights());
}
