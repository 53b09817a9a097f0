// What users hand over besides rulesets and contacts: whether it is of the right type, and instants in milliseconds.

import { instant as readInstant } from "./dist/leadscore.js";
import { LeadscoreError } from "./errors.js";
import { call } from "./start.js";
import { kindOf, rulesetText } from "./values.js";

/** The furthest a Date can be from 1970, in milliseconds. */
const LAST_INSTANT = 8.64e15;

/** What the module takes of a ruleset: its text, and whether it was given as text. */
export function rulesetArguments(ruleset) {
  if (typeof ruleset === "string") return [ruleset, true];
  if (!isObject(ruleset)) throw unexpected("a ruleset as JSON text or an object", ruleset);
  return [rulesetText(ruleset), false];
}

/** Options are an object that holds none but these. */
export function checkOptions(options, names) {
  if (!isObject(options)) throw unexpected("options as an object", options);
  for (const name of Object.keys(options)) {
    if (!names.includes(name)) throw new TypeError(`expected one of the options ${names.join(", ")}, found ${name}`);
  }
  return options;
}

/** An instant in milliseconds; now, if left out. The module must have been started. */
export function instant(asOf) {
  if (asOf === undefined) return Date.now();
  const milliseconds = instantOf(asOf);
  if (Math.abs(milliseconds) <= LAST_INSTANT) return Math.trunc(milliseconds);
  throw new LeadscoreError("invalid_instant", `expected an instant within 8.64e15 milliseconds of 1970, found ${milliseconds}`);
}

function instantOf(asOf) {
  if (typeof asOf === "number") return asOf;
  if (typeof asOf === "string") return call(() => readInstant(asOf));
  if (isObject(asOf) && kindOf(asOf) === "Date") return Date.prototype.getTime.call(asOf);
  throw unexpected("asOf as a Date, ISO 8601 text or milliseconds", asOf);
}

/** A row of so many, as a whole number. */
export function checkRow(row, rowCount) {
  if (!Number.isInteger(row)) throw unexpected("a row as a whole number", row);
  if (row < 0 || row >= rowCount) throw new LeadscoreError("not_found", `expected a row from 0 to below ${rowCount}, found ${row}`);
}

export function isObject(value) {
  return typeof value === "object" && value !== null;
}

/** The error for an argument of the wrong type. */
export function unexpected(expected, found) {
  const shown = isObject(found) ? `a ${kindOf(found)}` : typeof found === "string" ? "a text" : String(found);
  return new TypeError(`expected ${expected}, found ${shown}`);
}
