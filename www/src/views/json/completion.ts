/** Completion and explanations in the editor of the ruleset's text: keys and choices from the schema, names and values from the contacts. */
import { snippetCompletion, type Completion, type CompletionContext, type CompletionResult } from "@codemirror/autocomplete";
import { hoverTooltip, type Tooltip } from "@codemirror/view";
import { getLocation, parse } from "jsonc-parser";
import { at } from "../../editing/document.ts";
import { describe, keysAt, valuesAt } from "./schema.ts";

/** What the loaded contacts have, as far as the text's author may want to name it. */
export interface KnownNames {
  properties: readonly string[];
  events: readonly string[];
}

/** The keys after which a name of a property or of a type of events follows. */
const nameKeys: Record<string, keyof KnownNames> = { property: "properties", since: "properties", event: "events" };

export function completion(names: () => KnownNames) {
  return (context: CompletionContext): CompletionResult | null => {
    const text = context.state.doc.toString();
    const { path, isAtPropertyKey, previousNode } = getLocation(text, context.pos);
    const word = context.matchBefore(/"[^"\n]*|[\w.-]+/);
    if (word === null && !context.explicit) return null;
    const from = word?.from ?? context.pos;
    const quoted = word?.text.startsWith('"') ?? false;
    // A quote that is closed already is taken in by what is chosen.
    const closed = quoted && text[context.pos] === '"';
    const to = closed ? context.pos + 1 : context.pos;
    const options = isAtPropertyKey ? keys(path.slice(0, -1), text, previousNode !== undefined, names()) : values(path, names());
    return options.length === 0 ? null : { from, to, options: options.map((option) => ({ ...option, label: option.label })), filter: true };
  };
}

function keys(path: readonly (string | number)[], text: string, hasNode: boolean, names: KnownNames): Completion[] {
  // What is being typed is hardly ever JSON yet.
  const object = at(parse(text), path);
  const present = object !== null && typeof object === "object" ? Object.keys(object) : [];
  if (path.length === 1 && path[0] === "properties") {
    return names.properties.filter((name) => !present.includes(name)).map((name) => snippetCompletion(`${JSON.stringify(name)}: \\{\${}\\}`, { label: JSON.stringify(name), type: "variable" }));
  }
  const followed = hasNode && present.length > 0;
  return keysAt(path, present).map(({ text: key, description, opening, required }) => {
    const completion: Completion = { label: `"${key}"`, type: "property", info: description, boost: required ? 1 : 0 };
    if (followed || opening === "") return { ...completion, apply: `"${key}": ` };
    const [open, close] = [opening.slice(0, 1), opening.slice(1)];
    return snippetCompletion(`"${key}": ${open === "{" ? "\\{" : open}\${}${close === "}" ? "\\}" : close}`, completion);
  });
}

function values(path: readonly (string | number)[], names: KnownNames): Completion[] {
  const key = path.findLast((part) => typeof part === "string");
  const known = typeof key === "string" ? nameKeys[key] : undefined;
  const named = known === undefined ? [] : names[known];
  return [
    ...valuesAt(path).map(({ text, description }) => ({ label: text, type: "constant", info: description })),
    ...named.map((name) => ({ label: JSON.stringify(name), type: "variable" })),
  ];
}

/** What a key means, beside the pointer. */
export const explanations = hoverTooltip((view, position): Tooltip | null => {
  const { path, isAtPropertyKey, previousNode } = getLocation(view.state.doc.toString(), position);
  const description = isAtPropertyKey && previousNode !== undefined ? describe(path) : "";
  if (description === "") return null;
  return {
    pos: previousNode?.offset ?? position,
    create: () => {
      const dom = document.createElement("div");
      dom.className = "explanation";
      dom.lang = "en";
      dom.textContent = description;
      return { dom };
    },
  };
});
