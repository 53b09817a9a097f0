// That the page says everything in every language: src/text/catalogues/LANGUAGE/*.ftl have the same files, messages and variables in each,
// every message that the sources name is there, with what it needs, and none is there that nobody names.
//
// A source names a message by its id as a text (`"band-none"`), or by the start of it in a template (`band-${tone}`), which stands for all
// that fit. A function of src/text that is given a message's id anywhere is given ids everywhere.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { bare, literalText, load, place, resolved } from "./page-sources.mjs";

const { parse, Visitor } = await load("@fluent/syntax");

const languages = ["en", "es", "fr", "zh"];
/** The language that the page is written in; the others say the same. */
const [original, ...translations] = languages;

export function catalogueFaults(www, sources) {
  const folder = join(www, "src/text/catalogues");
  // Until there are catalogues the page has one language.
  if (!existsSync(folder)) return [];
  const found = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const unexpected = found.filter((name) => !languages.includes(name)).map((name) => `src/text/catalogues: expected a folder for each of ${languages.join(", ")}, found ${name}`);
  const catalogues = new Map(languages.map((language) => [language, readCatalogue(folder, language)]));
  const faults = [...unexpected, ...[...catalogues.values()].flatMap((catalogue) => catalogue.faults)];
  const first = catalogues.get(original);
  for (const language of translations) faults.push(...differences(first, catalogues.get(language)));
  return [...faults, ...useFaults(first, sources)];
}

/** A language's files, and its messages with what each needs: `{ file, variables, attributes, references }` by id; terms begin with `-`. */
function readCatalogue(folder, language) {
  const path = join(folder, language);
  const files = existsSync(path) ? readdirSync(path, { recursive: true }).filter((name) => name.endsWith(".ftl")).sort() : [];
  const catalogue = { language, files, entries: new Map(), faults: [] };
  if (files.length === 0) catalogue.faults.push(`src/text/catalogues/${language}: expected messages (*.ftl), found none`);
  for (const file of files) readFile(catalogue, file, readFileSync(join(path, file), "utf8"));
  for (const [id, { file, references }] of catalogue.entries) {
    for (const reference of references) {
      if (!catalogue.entries.has(reference)) catalogue.faults.push(`${language}/${file}: ${id} refers to ${reference}, which is nowhere in ${language}`);
    }
  }
  return catalogue;
}

function readFile({ language, entries, faults }, file, text) {
  for (const entry of parse(text, { withSpans: true }).body) {
    if (entry.type === "Junk") {
      const line = text.slice(0, entry.span.start).split("\n").length;
      faults.push(`${language}/${file}:${line}: ${entry.annotations.map(({ message }) => message).join("; ") || "cannot be read"}`);
    }
    if (entry.type !== "Message" && entry.type !== "Term") continue;
    const id = entry.type === "Term" ? `-${entry.id.name}` : entry.id.name;
    if (entries.has(id)) faults.push(`${language}/${file}: ${id} is in ${entries.get(id).file} already`);
    const needs = new Needs();
    needs.visit(entry);
    entries.set(id, { file, ...needs, attributes: entry.attributes.map((attribute) => attribute.id.name).sort(), hasValue: entry.value !== null });
  }
}

class Needs extends Visitor {
  /** All of them, and those that are shown: not every language needs a number to choose a form. */
  variables = new Set();
  shown = new Set();
  references = new Set();

  visitVariableReference({ id }) {
    this.variables.add(id.name);
    this.shown.add(id.name);
  }

  visitSelectExpression({ selector, variants }) {
    const chosenBy = new Needs();
    chosenBy.visit(selector);
    for (const name of chosenBy.variables) this.variables.add(name);
    for (const reference of chosenBy.references) this.references.add(reference);
    for (const variant of variants) this.visit(variant);
  }

  visitMessageReference({ id }) {
    this.references.add(id.name);
  }

  visitTermReference(node) {
    // Whatever a term is told, it is told in the message.
    this.references.add(`-${node.id.name}`);
    this.genericVisit(node);
  }
}

/** The `variables` of a message, or those `shown`, and of the messages that it takes in. A term has none but what it is told. */
function variablesOf(entries, id, kind = "variables", seen = new Set()) {
  const entry = entries.get(id);
  if (entry === undefined || seen.has(id)) return new Set();
  seen.add(id);
  const referred = [...entry.references].filter((reference) => !reference.startsWith("-"));
  return new Set([...entry[kind], ...referred.flatMap((reference) => [...variablesOf(entries, reference, kind, seen)])]);
}

const listed = (names, prefix = "") => (names.length === 0 ? "none" : names.map((name) => prefix + name).join(", "));

function differences(first, other) {
  const faults = [];
  const told = new Set();
  for (const file of new Set([...first.files, ...other.files])) {
    const lacking = [first, other].find(({ files }) => !files.includes(file));
    if (lacking === undefined) continue;
    faults.push(`${lacking.language}/${file}: is missing, ${lacking === first ? other.language : first.language} has it`);
    told.add(file);
  }
  const messages = [...new Set([...first.entries.keys(), ...other.entries.keys()])].filter((id) => !id.startsWith("-"));
  for (const id of messages) {
    const [expected, found] = [first.entries.get(id), other.entries.get(id)];
    const file = (expected ?? found).file;
    if (told.has(file)) continue;
    const at = `${other.language}/${file}: ${id}`;
    if (found === undefined) faults.push(`${at} is missing, ${first.language} has it`);
    else if (expected === undefined) faults.push(`${at} is not in ${first.language}`);
    else {
      if (expected.file !== found.file) faults.push(`${other.language}/${found.file}: ${id} is in ${expected.file} in ${first.language}`);
      const [wanted, given] = [first, other].map(({ entries }) => [...variablesOf(entries, id)].sort());
      const lacks = [...variablesOf(first.entries, id, "shown")].some((name) => !given.includes(name));
      if (lacks || given.some((name) => !wanted.includes(name))) {
        faults.push(`${at}: expected the variables ${listed(wanted, "$")}, as in ${first.language}, found ${listed(given, "$")}`);
      }
      if (expected.attributes.join() !== found.attributes.join() || expected.hasValue !== found.hasValue) {
        faults.push(`${at}: expected a value and attributes as in ${first.language} (${listed(expected.attributes, ".")}), found others (${listed(found.attributes, ".")})`);
      }
    }
  }
  return faults;
}

function useFaults({ language, entries }, sources) {
  const texts = new Set();
  const shapes = [];
  for (const node of sources.flatMap((source) => source.nodes)) {
    const text = literalText(node);
    if (text !== undefined) texts.add(text);
    else if (node.type === "TemplateLiteral" && /^[a-z][\w-]*-/i.test(node.quasis[0].value.cooked ?? "")) shapes.push(shapeOf(node));
  }
  const named = (id) => texts.has(id) || shapes.some((shape) => shape.test(id)) || entries.get(id).attributes.some((attribute) => texts.has(`${id}.${attribute}`));
  // What a message takes in is used with it.
  const used = new Set();
  const use = (id) => {
    if (used.has(id) || !entries.has(id)) return;
    used.add(id);
    for (const reference of entries.get(id).references) use(reference);
  };
  for (const id of entries.keys()) if (!id.startsWith("-") && named(id)) use(id);
  const unused = [...entries].filter(([id]) => !used.has(id)).map(([id, { file }]) => `${language}/${file}: no source names ${id}; remove it in all languages`);
  return [...unused, ...callFaults(entries, sources)];
}

/** `band-${tone}` as a pattern of ids. */
function shapeOf({ quasis }) {
  return new RegExp(`^${quasis.map(({ value }) => value.cooked.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("[\\w-]+")}$`);
}

/** Calls that are given an id that does not exist, or not the variables that its message needs. */
function callFaults(entries, sources) {
  const calls = sources.flatMap(callsOfText);
  const isKnown = (id) => entries.has(id.split(".")[0]);
  const takingIds = new Set(calls.filter(({ id }) => id !== undefined && isKnown(id)).map(({ called }) => called));
  return calls.flatMap(({ source, node, called, id }) => {
    if (!takingIds.has(called) || id === undefined) return [];
    if (!isKnown(id)) return [`${place(source, node)}: expected the id of a message, found ${id}, which is in no catalogue`];
    const given = bare(node.arguments[1]);
    if (given !== undefined && given.type !== "ObjectExpression") return [];
    const properties = given?.properties ?? [];
    if (properties.some(({ type, computed }) => type !== "Property" || computed)) return [];
    const names = properties.map(({ key }) => key.name ?? literalText(key));
    const needed = variablesOf(entries, id.split(".")[0]);
    const missing = [...needed].filter((name) => !names.includes(name));
    const unknown = names.filter((name) => !needed.has(name));
    return [
      ...(missing.length > 0 ? [`${place(source, node)}: ${id} needs ${listed(missing, "$")}`] : []),
      ...(unknown.length > 0 ? [`${place(source, node)}: ${id} has no ${listed(unknown, "$")}`] : []),
    ];
  });
}

/** Every call of something that comes from src/text, named by where it comes from, with the text it is given first. */
function callsOfText(source) {
  const origins = new Map();
  for (const node of source.nodes) {
    if (node.type !== "ImportDeclaration" || node.importKind === "type") continue;
    const path = resolved(source, node.source.value);
    if (!path?.startsWith("src/text/")) continue;
    for (const { local, imported } of node.specifiers) origins.set(local.name, `${path}#${imported?.name ?? "*"}`);
  }
  return source.nodes.flatMap((node) => {
    if (node.type !== "CallExpression") return [];
    const [root, member] = node.callee.type === "MemberExpression" ? [node.callee.object, `.${node.callee.property.name}`] : [node.callee, ""];
    const origin = origins.get(root.name);
    return origin === undefined ? [] : [{ source, node, called: origin + member, id: literalText(bare(node.arguments[0])) }];
  });
}
