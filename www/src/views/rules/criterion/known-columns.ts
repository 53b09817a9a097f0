/**
 * The properties that a rule may name: the loaded columns, those the ruleset declares, those of events. In: the state's report and the
 * document. Out: suggestions and kinds for forms. Which column a name finds in the end is decided by the package.
 */
import type { ColumnReport } from "leadscore";
import type { Suggestion } from "../../../components/combo-box.ts";
import type { PropertyDeclaration, RulesetDocument } from "../../../editing/document.ts";
import { share } from "../../../text/counts.ts";
import { t } from "../../../text/language.ts";
import { clip } from "../../../text/clip.ts";
import type { ColumnKind } from "./operators.ts";

/** Something that a property test can be about. */
export interface KnownColumn {
  /** As rules name it. */
  name: string;
  label: string;
  kind: ColumnKind | undefined;
  /** How many rows or events have a value; undefined where nothing is loaded of it. */
  filled: number | undefined;
  /** All names that find it, in small letters. */
  names: readonly string[];
}

type Declarations = Record<string, PropertyDeclaration | null | undefined>;

let madeOf: [RulesetDocument, readonly ColumnReport[] | undefined] | undefined;
let made: readonly KnownColumn[] = [];

/** The columns of the contacts, in the file's order, and then what only the ruleset knows. */
export function contactColumns(document: RulesetDocument, columns: readonly ColumnReport[] | undefined): readonly KnownColumn[] {
  if (madeOf?.[0] === document && madeOf[1] === columns) return made;
  const { properties } = document;
  const declared = new Map(
    Object.entries<PropertyDeclaration | null | undefined>(properties !== null && typeof properties === "object" ? (properties as Declarations) : {}),
  );
  const byName = new Map<string, string>();
  for (const [name, declaration] of declared) {
    for (const one of [name, ...(Array.isArray(declaration?.aliases) ? declaration.aliases : [])]) byName.set(plain(one), name);
  }
  const loaded = (columns ?? []).map((column): KnownColumn => {
    const { name, internal_name, kind, filled } = column;
    const declaredAs = byName.get(plain(name)) ?? (internal_name === undefined ? undefined : byName.get(plain(internal_name)));
    const declaration = declaredAs === undefined ? undefined : declared.get(declaredAs);
    if (declaredAs !== undefined) declared.delete(declaredAs);
    return {
      name: declaredAs ?? internal_name ?? name,
      label: declaration?.label || name,
      kind: kindOf(declaration?.type) ?? kind,
      filled,
      names: [name, internal_name, declaredAs].flatMap((one) => (one === undefined ? [] : [plain(one)])),
    };
  });
  const others = [...declared].map(([name, declaration]): KnownColumn => {
    return { name, label: declaration?.label || name, kind: kindOf(declaration?.type), filled: undefined, names: [plain(name)] };
  });
  madeOf = [document, columns];
  made = [...loaded, ...others];
  return made;
}

/** The properties that events of a type have. */
export function eventColumns(properties: readonly { name: string; filled: number; kind: ColumnKind }[]): KnownColumn[] {
  return properties.map(({ name, filled, kind }) => {
    const label = t("event-property", { property: plain(name), written: name });
    return { name, label, kind, filled, names: [plain(name)] };
  });
}

export function columnOf(columns: readonly KnownColumn[], property: string): KnownColumn | undefined {
  const wanted = plain(property);
  return columns.find(({ names }) => names.includes(wanted));
}

/** Those whose label or name contains a text, as suggestions. */
export function columnSuggestions(columns: readonly KnownColumn[], search: string, rows: number): Suggestion[] {
  const wanted = plain(search);
  const fits = columns.filter(({ label, names }) => wanted === "" || plain(label).includes(wanted) || names.some((name) => name.includes(wanted)));
  return fits.map(({ name, label, kind, filled }) => ({
    value: name,
    label: clip(label, 80),
    detail: [label === name ? "" : clip(name, 60), kind === undefined ? "" : t("column-kind", { kind })].filter(Boolean).join(" · "),
    count: filled === undefined ? t("column-absent") : t("column-filled", { share: share(filled, rows) }),
  }));
}

function kindOf(type: string | undefined): ColumnKind | undefined {
  return type === "text" || type === "number" || type === "boolean" || type === "time" || type === "list" ? type : undefined;
}

function plain(name: string): string {
  return String(name).trim().toLowerCase();
}
