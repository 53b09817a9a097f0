// What the page's sources import. The package is for the worker alone, so that scoring never stops the page; its types, and the ruleset's
// schema, which is a document, and the files of the on-site embed, which it hands on and never runs, are for all. What is behind the package (its files, its build, the crate) is for nobody.

import { literalText, place, resolved } from "./page-sources.mjs";

export function importFaults(sources) {
  return sources.flatMap((source) => source.nodes.flatMap((node) => imported(node).flatMap((one) => fault(source, node, one))));
}

/** What a node imports, or takes the address of: `specifier` is `undefined` where only running it would tell. */
function imported(node) {
  switch (node.type) {
    case "ImportDeclaration":
      return [{ specifier: node.source.value, typesOnly: node.importKind === "type" }];
    case "ExportNamedDeclaration":
    case "ExportAllDeclaration":
      return node.source ? [{ specifier: node.source.value, typesOnly: node.exportKind === "type" }] : [];
    case "ImportExpression":
      return [{ specifier: literalText(node.source) }];
    case "CallExpression":
      return isImportMeta(node.callee?.object) && node.callee.property.name === "glob" ? patterns(node.arguments[0]) : [];
    case "NewExpression":
      return node.callee.name === "URL" && isImportMeta(node.arguments[1]?.object) ? [{ specifier: literalText(node.arguments[0]) }] : [];
    default:
      return [];
  }
}

function isImportMeta(node) {
  return node?.type === "MetaProperty" && node.meta.name === "import";
}

/** Of a pattern, the part before the first wildcard says where it leads. */
function patterns(node) {
  const texts = node?.type === "ArrayExpression" ? node.elements.map(literalText) : [literalText(node)];
  return texts.map((text) => ({ specifier: text?.replace(/^!/, "").replace(/\*.*/s, "") }));
}

function fault(source, node, { specifier, typesOnly = false }) {
  if (specifier === undefined) return [`${place(source, node)}: expected an import of a fixed text, so that it can be checked`];
  if (specifier === "leadscore" || specifier.startsWith("leadscore/")) {
    const isHandedOn = /^leadscore\/onsite\/[^?]*\?url$/.test(specifier);
    if (typesOnly || isHandedOn || source.path.startsWith("src/worker/") || specifier === "leadscore/ruleset.schema.json") return [];
    return [`${place(source, node)}: imports ${specifier}; only src/worker may, ask it through src/worker/client.ts (types: import type)`];
  }
  const path = resolved(source, specifier);
  if (path === undefined || /^(src|samples)\//.test(path)) return [];
  return [`${place(source, node)}: imports ${specifier}, which is outside www/src and www/samples; what the page needs is in the package leadscore`];
}
