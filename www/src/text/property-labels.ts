/**
 * What properties are called, for people. In: the ruleset's document and the loaded columns. Out: the label by the name that rules use:
 * the one the ruleset gives, else the column's, else the name itself.
 */
import type { ColumnReport } from "leadscore";
import { clip } from "./clip.ts";
import { list, type PropertyDeclaration, type RulesetDocument } from "../editing/document.ts";
import type { LabelOf } from "./filter-sentences.ts";

const made = new WeakMap<RulesetDocument, { columns: readonly ColumnReport[] | undefined; labelOf: LabelOf }>();

export function propertyLabels(document: RulesetDocument, columns?: readonly ColumnReport[]): LabelOf {
  const known = made.get(document);
  if (known !== undefined && known.columns === columns) return known.labelOf;
  const labels = new Map<string, string>();
  const name = (key: unknown, label: unknown): void => {
    if (typeof key === "string" && typeof label === "string" && label.trim() !== "" && !labels.has(plain(key))) labels.set(plain(key), clip(label.trim(), 80));
  };
  for (const [key, declaration] of Object.entries<PropertyDeclaration>(isObject(document.properties) ? document.properties : {})) {
    name(key, declaration?.label);
  }
  for (const column of columns ?? []) {
    name(column.internal_name, column.name);
    name(column.name, column.name);
  }
  const named = { list: byId(document.lists), score: byId(document.scores), stage: byId(document.lifecycle?.stages) };
  const labelOf: LabelOf = (name, of) => (of === "list" || of === "score" || of === "stage" ? named[of].get(name) : labels.get(plain(name))) ?? name;
  made.set(document, { columns, labelOf });
  return labelOf;
}

function byId(all: readonly { id?: string; label?: string }[] | undefined): Map<string, string> {
  return new Map(list(all).flatMap(({ id, label }) => (typeof id === "string" && typeof label === "string" && label.trim() !== "" ? [[id, clip(label.trim(), 80)]] : [])));
}

/** Names compare without case, and without white space at their ends. */
function plain(name: string): string {
  return name.trim().toLowerCase();
}

function isObject(value: unknown): value is Record<string, PropertyDeclaration> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
