/** What a new criterion begins with: properties, events and values that the loaded contacts have, or else that the ruleset speaks of. */
import { criteriaOf, type RulesetDocument } from "../../editing/document.ts";
import type { State } from "../../session/state.ts";
import type { Beginnings } from "./steps.ts";

/** Columns with few values are what rules are about; names and addresses are not. */
const mostValues = 200;

export function beginnings({ contacts }: State, document: RulesetDocument): Beginnings {
  const columns = contacts?.report.columns ?? [];
  const column = columns.find(({ filled, distinct }) => filled > 0 && distinct > 1 && distinct <= mostValues) ?? columns.find(({ filled }) => filled > 0);
  const events = (contacts?.report.events?.types ?? []).toSorted((a, b) => b.count - a.count);
  return {
    property: column?.name ?? firstOf(document, "property") ?? "jobtitle",
    event: events[0]?.type ?? firstOf(document, "event") ?? "page_view",
    value: column?.examples[0] ?? "vip",
  };
}

function firstOf(document: RulesetDocument, key: "property" | "event"): string | undefined {
  for (const { criterion } of criteriaOf(document)) {
    const name = criterion[key] ?? criterion.when?.[key];
    if (typeof name === "string" && name.trim() !== "") return name;
  }
  return undefined;
}
