/** What the rules do and do not see of the contacts, for those who look after them. */
import type { Coverage, Insights } from "leadscore";
import { clipTexts } from "../../text/clip.ts";
import type { Workbench } from "../workbench.ts";

export interface Health {
  insights: Insights;
  coverage: Coverage;
}

/** Null without results. Values that are too long to be shown whole are left out: what was cut would be another value. */
export function health({ results }: Workbench, _: Record<string, never>): Health | null {
  if (results === undefined) return null;
  const coverage = results.coverage();
  const whole = <T extends { values: { value: string }[] }>(found: T): T => ({ ...found, values: found.values.filter(({ value }) => value.length <= 400) });
  return {
    insights: clipTexts(results.insights()),
    coverage: clipTexts({ ...coverage, unruled_values: coverage.unruled_values.map(whole), inside_words: coverage.inside_words.map(whole) }),
  };
}
