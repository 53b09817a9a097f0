/**
 * What the ruleset's JSON Schema, which comes with the package, allows at a place of a document. In: a path. Out: the keys or values that may
 * stand there, with what they mean. It reads the few words of JSON Schema that the ruleset's schema uses.
 */
import rulesetSchema from "leadscore/ruleset.schema.json";
import type { Path } from "../../editing/document.ts";

interface Schema {
  $ref?: string;
  $defs?: Record<string, Schema>;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
  patternProperties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  prefixItems?: Schema[];
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  title?: string;
  description?: string;
}

export interface Candidate {
  /** A key's name, or a value as JSON. */
  text: string;
  description: string;
  /** Of a key: what its value begins with, as JSON, such as `[`, `{` or a quote. */
  opening: string;
  required: boolean;
}

const root = rulesetSchema as Schema;

/** The keys that the object at a path may have. Of objects of several kinds those that have the keys which are there already come first. */
export function keysAt(path: Path, present: readonly string[]): Candidate[] {
  const objects = schemasAt(path).filter((schema) => schema.properties !== undefined);
  const fitting = objects.filter((schema) => present.every((key) => schema.properties?.[key] !== undefined));
  const found = new Map<string, Candidate>();
  for (const schema of fitting.length > 0 ? fitting : objects) {
    for (const [key, value] of Object.entries(schema.properties ?? {})) {
      if (found.has(key) || present.includes(key)) continue;
      const [first] = alternatives(value);
      const description = value.description ?? first?.description ?? "";
      found.set(key, { text: key, description, opening: opening(value), required: schema.required?.includes(key) ?? false });
    }
  }
  return [...found.values()];
}

/** The values that are known for a path: choices, and constants. */
export function valuesAt(path: Path): Candidate[] {
  const found = new Map<string, Candidate>();
  for (const schema of schemasAt(path)) {
    const values = schema.const === undefined ? (schema.enum ?? (schema.type === "boolean" ? [true, false] : [])) : [schema.const];
    for (const value of values) {
      const text = JSON.stringify(value);
      if (!found.has(text)) found.set(text, { text, description: schema.description ?? "", opening: "", required: false });
    }
  }
  return [...found.values()];
}

/** What the schema says of the part of a document at a path. */
export function describe(path: Path): string {
  const parent = schemasAt(path.slice(0, -1));
  const key = path.at(-1);
  const own = typeof key === "string" ? parent.map((schema) => schema.properties?.[key]?.description).find(Boolean) : undefined;
  return own ?? schemasAt(path).map(({ description }) => description).find(Boolean) ?? "";
}

function schemasAt(path: Path): Schema[] {
  return path.reduce<Schema[]>((schemas, part) => unique(schemas.flatMap((schema) => alternatives(below(schema, part)))), alternatives(root));
}

function below(schema: Schema, part: string | number): Schema | undefined {
  if (typeof part === "number") return schema.prefixItems?.[part] ?? schema.items;
  const other = schema.additionalProperties;
  return schema.properties?.[part] ?? Object.values(schema.patternProperties ?? {})[0] ?? (typeof other === "object" ? other : undefined);
}

/** The schemas that one stands for, references followed. A schema never contains itself without an object or a list between. */
function alternatives(schema: Schema | undefined): Schema[] {
  if (schema === undefined) return [];
  const referred = schema.$ref === undefined ? undefined : root.$defs?.[schema.$ref.replace("#/$defs/", "")];
  const parts = [...(referred ? [referred] : []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  return [...(parts.length === 0 || schema.properties ? [schema] : []), ...parts.flatMap(alternatives)];
}

function opening(schema: Schema): string {
  const types = unique(alternatives(schema).flatMap(({ type }) => type ?? []));
  if (types.length !== 1) return "";
  return { array: "[]", object: "{}", string: '""' }[types[0] ?? ""] ?? "";
}

function unique<T>(items: T[]): T[] {
  return [...new Set(items)];
}
