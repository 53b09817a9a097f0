// The page's sources as syntax trees, for the checks of it. In: a folder with src in it. Out: files with their trees, and ways to walk them.

import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const fromPage = createRequire(fileURLToPath(new URL("../www/package.json", import.meta.url)));
/** A package that the page has installed. */
export const load = (name) => import(pathToFileURL(fromPage.resolve(name)));
// Vite's own parser: TypeScript 7 has none that could be called from JavaScript.
const { parseSync } = await load("vite");

/** Every module of the page: `path` is from the folder on, with slashes. */
export function readSources(www) {
  const files = readdirSync(join(www, "src"), { recursive: true }).filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"));
  if (files.length === 0) throw new Error(`${www}/src: expected the page's sources, found none`);
  return files.sort().map((name) => readSource(`src/${name.replaceAll("\\", "/")}`, readFileSync(join(www, "src", name), "utf8")));
}

function readSource(path, text) {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0].message}`);
  const parents = new Map();
  const nodes = [];
  const visit = (node, parent) => {
    parents.set(node, parent);
    nodes.push(node);
    for (const child of children(node)) visit(child, node);
  };
  visit(program, undefined);
  return { path, text, nodes, parents };
}

function children(node) {
  const isNode = (value) => typeof value === "object" && value !== null && typeof value.type === "string";
  return Object.values(node).flatMap((value) => (Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : []));
}

/** A node and everything in it. */
export function inside(node) {
  return [node, ...children(node).flatMap(inside)];
}

/** Where a node is, as editors understand it. */
export function place({ path, text }, node) {
  return `www/${path}:${text.slice(0, node.start).split("\n").length}`;
}

/** The text that a literal has: quoted, or a template without holes. */
export function literalText(node) {
  if (node?.type === "Literal" && typeof node.value === "string") return node.value;
  if (node?.type === "TemplateLiteral" && node.quasis.length === 1) return node.quasis[0].value.cooked;
  return undefined;
}

/** What stands inside brackets and beside notes for the compiler. */
export function bare(node) {
  const wrappers = ["ParenthesizedExpression", "TSNonNullExpression", "TSAsExpression", "TSSatisfiesExpression", "ChainExpression"];
  return wrappers.includes(node?.type) ? bare(node.expression) : node;
}

/** Where an import of one of the page's modules leads, from the folder on; `undefined` for packages. */
export function resolved({ path }, specifier) {
  if (!/^\.{0,2}\//.test(specifier)) return undefined;
  return new URL(specifier.split("?")[0], `page:///www/${path}`).pathname.replace(/^\/www\//, "");
}
