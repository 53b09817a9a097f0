// That no rule of scoring lives in the page. What a ruleset's values mean (windows, decay, limits, thresholds, operators) is decided in the
// crate; the page shows these values and lets people change them, for which it never has to calculate with them.
//
// In: syntax trees. Out: faults. A value is followed through destructuring, constants, defaults and casts, as far as one module goes, and
// known by the key that it was read under. Drawing (arithmetic on thresholds, sorting by points) is free, and so is putting into words what
// the package gives as evidence of its decisions.

import { readFileSync } from "node:fs";
import { bare, inside, literalText, place } from "./page-sources.mjs";

const schema = JSON.parse(readFileSync(new URL("../pkg/ruleset.schema.json", import.meta.url), "utf8"));
const operators = new Set(schema.$defs.PropertyTest.anyOf.flatMap(({ properties }) => Object.keys(properties)));
for (const key of ["property", "include_unknown"]) operators.delete(key);
if (operators.size < 20) throw new Error("ruleset.schema.json: expected the operators of property tests");

const arithmetic = ["+", "-", "*", "/", "%", "**", "+=", "-=", "*=", "/=", "%=", "**="];
const orders = ["<", "<=", ">", ">="];
const equalities = ["===", "==", "!==", "!="];

/** Keys of a ruleset, and of what comes out, by what their values are. */
const kinds = {
  window: ["within_days"],
  interval: ["every_days"],
  most: ["max_occurrences"],
  threshold: ["at_least", "at_most", "below", "exactly"],
  amount: ["points", "raw_points", "before_limit", "after_decay", "hundredths", "total", "sum", "score", "count", "occurrences"],
  limit: ["limit"],
  decay: ["decay"],
};
const kindOf = new Map(Object.entries(kinds).flatMap(([kind, keys]) => keys.map((key) => [key, kind])));

const advice = "that is for the package to decide: ask it through src/worker";

export function scoringFaults(sources) {
  return sources.flatMap((source) => {
    const values = new Values(source);
    return source.nodes.flatMap((node) => [...faults(node, values)].map(([what, at = node]) => `${place(source, at)}: ${what}; ${advice}`));
  });
}

/** What a node does that is not the page's to do; and where, if not at the node itself. */
function* faults(node, values) {
  if (node.type === "BinaryExpression" || node.type === "AssignmentExpression") {
    const sides = [node.left, node.right];
    const [left, right] = sides.map((side) => values.kind(side));
    const either = (...wanted) => wanted.includes(left) || wanted.includes(right);
    const both = (one, other) => (left === one && right === other) || (left === other && right === one);
    const fixed = sides.some((side) => isFixed(side));
    const joins = node.operator.startsWith("+") && sides.some((side) => isText(bare(side)));
    if (arithmetic.includes(node.operator) && !joins) {
      if (either("window")) yield ["calculates with within_days, which says which events count"];
      if (either("interval", "percent")) yield ["calculates with percent or every_days, which say what decay leaves"];
      if (either("most")) yield ["calculates with max_occurrences, which says how many events count"];
    }
    if (orders.includes(node.operator)) {
      if (either("bound") && left !== right && !fixed) yield ["compares with limit.min or limit.max, which clamp points"];
      if (either("window", "interval", "most") && left !== right && !fixed) yield ["compares with a key that says which events count"];
    }
    if ([...orders, ...equalities].includes(node.operator) && both("threshold", "amount")) yield ["compares points or counts with a threshold"];
  }
  if (isClamp(node) && node.arguments.some((argument) => ["bound", "most"].includes(values.kind(argument)))) yield ["clamps by a limit"];
  for (const [operator, body] of operatorBranches(node)) {
    const at = body.flatMap(inside).find(evaluates);
    if (at !== undefined) yield [`does what the operator ${operator} means`, at];
  }
}

/** A number, or nothing: comparing with it asks what a value is like, not what it makes of another. */
function isFixed(node) {
  const value = bare(node);
  if (value.type === "UnaryExpression") return isFixed(value.argument);
  return value.type === "Literal" || value.name === "undefined" || value.name === "Infinity" || value.property?.name === "length";
}

function isText(node) {
  return node.type === "TemplateLiteral" || literalText(node) !== undefined;
}

function isClamp({ type, callee }) {
  return type === "CallExpression" && callee.object?.name === "Math" && ["min", "max"].includes(callee.property.name);
}

/** Where the page does something of its own for an operator: a case, a branch, a function under its name. */
function* operatorBranches(node) {
  const named = (text) => (operators.has(text) ? text : undefined);
  if (node.type === "SwitchStatement") {
    let falling;
    for (const { test, consequent } of node.cases) {
      falling = named(literalText(test)) ?? falling;
      if (falling !== undefined && consequent.length > 0) yield [falling, consequent];
      if (consequent.length > 0) falling = undefined;
    }
  }
  if (node.type === "IfStatement" || node.type === "ConditionalExpression") {
    const tests = inside(node.test).filter(({ type, operator }) => type === "BinaryExpression" && [...equalities, "in"].includes(operator));
    const operator = tests.flatMap(({ left, right }) => [named(literalText(left)), named(literalText(right))]).find(Boolean);
    if (operator !== undefined) yield [operator, [node.consequent]];
  }
  if (node.type === "Property" || node.type === "MethodDefinition") {
    const operator = named(node.key.name ?? literalText(node.key));
    if (operator !== undefined && /Function/.test(node.value.type)) yield [operator, [node.value.body]];
  }
}

const searches = ["includes", "startsWith", "endsWith", "indexOf", "search", "match", "matchAll", "test", "exec", "localeCompare"];

/** Whether a node holds one value against another. */
function evaluates(node) {
  if (node.type === "BinaryExpression") return orders.includes(node.operator) && ![node.left, node.right].some(isFixed);
  if (node.type === "NewExpression" || node.type === "CallExpression") {
    if (node.callee.name === "RegExp") return true;
    const { object, property } = node.callee.type === "MemberExpression" ? node.callee : {};
    return searches.includes(property?.name) && bare(object).type !== "ArrayExpression";
  }
  return false;
}

/** What the values of a module are, by the keys that they were read under. */
class Values {
  #parents;
  #text;
  /** By scope, then by name: how the value is read. */
  #bound = new Map();

  constructor({ nodes, parents, text }) {
    this.#parents = parents;
    this.#text = text;
    for (const node of nodes) {
      if (node.type === "VariableDeclarator") this.#bind(node.id, { value: node.init }, this.#scope(node));
      for (const parameter of Array.isArray(node.params) ? node.params : []) this.#bind(parameter, {}, node);
    }
  }

  /** Of a value, what it is; `undefined` if that is nothing to do with scoring. */
  kind(node, depth = 0) {
    const value = bare(node);
    if (value === undefined || value === null || depth > 20) return undefined;
    const further = (...nodes) => nodes.map((one) => this.kind(one, depth + 1)).find(Boolean);
    switch (value.type) {
      case "MemberExpression":
        return this.#under(value.computed ? literalText(value.property) : value.property.name, () => this.#about(value.object, depth));
      case "Identifier": {
        const bound = this.#lookUp(value);
        return bound === undefined ? kindOf.get(value.name) : this.#kindOfBound(bound, value.name, depth);
      }
      case "LogicalExpression":
        return further(value.left, value.right);
      case "ConditionalExpression":
        return further(value.consequent, value.alternate);
      case "AssignmentPattern":
        return further(value.left, value.right);
      case "UnaryExpression":
        return further(value.argument);
      case "CallExpression":
        return value.callee.name === "Number" ? further(value.arguments[0]) : undefined;
      default:
        return undefined;
    }
  }

  /** What stands under a key; `about` says whose key it is, where that matters. */
  #under(key, about) {
    if (about() === "evidence") return undefined;
    if (key === "percent") return about() === "decay" ? "percent" : undefined;
    if (key === "min" || key === "max") return about() === "limit" ? "bound" : undefined;
    return kindOf.get(key);
  }

  #about(node, depth) {
    const value = bare(node);
    return named(value?.property?.name ?? value?.name) ?? this.kind(value, depth + 1);
  }

  /** What was taken out of something is what its key says; what was given a name is what it was made of, or what the name says. */
  #kindOfBound({ key, value, source, type }, name, depth) {
    if (key === undefined) return this.kind(value, depth + 1) ?? kindOf.get(name);
    return this.#under(key, () => named(source.key) ?? (source.value && this.#about(source.value, depth)) ?? named(type));
  }

  #bind(pattern, read, scope) {
    switch (pattern?.type) {
      case "Identifier":
        if (!this.#bound.has(scope)) this.#bound.set(scope, new Map());
        this.#bound.get(scope).set(pattern.name, read);
        break;
      case "AssignmentPattern":
        this.#bind(pattern.left, read, scope);
        break;
      case "TSParameterProperty":
        this.#bind(pattern.parameter, read, scope);
        break;
      case "ObjectPattern": {
        const annotation = pattern.typeAnnotation;
        const type = annotation ? this.#text.slice(annotation.start, annotation.end) : "";
        for (const property of pattern.properties) {
          if (property.type === "Property") this.#bind(property.value, { key: property.key.name ?? literalText(property.key), source: read, type }, scope);
        }
        break;
      }
    }
  }

  #scope(node) {
    let scope = this.#parents.get(node);
    while (scope !== undefined && !/Function|Block|Program|^For|StaticBlock|SwitchStatement/.test(scope.type)) scope = this.#parents.get(scope);
    return scope;
  }

  #lookUp(identifier) {
    for (let scope = identifier; scope !== undefined; scope = this.#parents.get(scope)) {
      const bound = this.#bound.get(scope)?.get(identifier.name);
      if (bound !== undefined) return bound;
    }
    return undefined;
  }
}

/** What a name, or the name of a type, says a value is. */
function named(name = "") {
  return /evidence/i.test(name) ? "evidence" : /limit/i.test(name) ? "limit" : /decay/i.test(name) ? "decay" : undefined;
}
