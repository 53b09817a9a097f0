// What users hand over besides rulesets and contacts: whether it is of the right type, and instants in milliseconds.
//
// Whatever it is (a proxy that throws, a getter, a symbol), what goes wrong while it is looked at is an error that names its place.

import { instant as readInstant } from "./dist/leadscore.js";
import { LeadscoreError } from "./errors.js";
import { call } from "./start.js";
import { filterText, kindOf, messageOf, pointer, rulesetText, stateText } from "./values.js";

/** The furthest a Date can be from 1970, in milliseconds. */
const LAST_INSTANT = 8.64e15;

/** How many contacts a page has, and how many it may have. */
const PAGE = 100;
const LARGEST_PAGE = 10_000;

/** A table has no more columns. */
const MOST_NAMES = 10_000;

/** What the module takes of a ruleset: its text, and whether it was given as text. */
export function rulesetArguments(ruleset) {
  if (typeof ruleset === "string") return [ruleset, true];
  if (!isObject(ruleset)) throw unexpected("/ruleset", "a ruleset as JSON text or an object", ruleset);
  return [rulesetText(ruleset), false];
}

/** The same of a filter; nothing, if there is none. */
export function filterArguments(filter, path) {
  if (filter === undefined) return undefined;
  if (typeof filter === "string") return [filter, true];
  if (!isObject(filter)) throw unexpected(path, "a filter as JSON text or an object", filter);
  return [filterText(filter), false];
}

/** What the module takes of a state: its text; nothing, if nothing is remembered yet. */
export function stateArgument(state, path) {
  if (state === undefined || state === null) return undefined;
  if (typeof state === "string") return state;
  if (!isObject(state) || isArray(state, path)) throw unexpected(path, "a state as an object or JSON text, or null", state);
  return stateText(state);
}

/** Options are an object that holds none but these. Each is read once. */
export function checkOptions(options, names) {
  return checkFields(options, names, "/options", "options");
}

/** The fields of an object that holds none but these. */
export function checkFields(object, names, path, what) {
  if (!isObject(object) || isArray(object, path)) throw unexpected(path, `${what} as an object`, object);
  for (const name of carefully(path, () => Object.keys(object))) {
    if (!names.includes(name)) throw invalid(path + pointer([name]), `expected nothing but ${names.join(", ")} in ${what}, found ${shown(name)}`);
  }
  const fields = {};
  for (const name of names) fields[name] = fieldOf(object, name, path);
  return fields;
}

/** A field, which may be a getter that throws. */
function fieldOf(object, name, path) {
  try {
    return object[name];
  } catch (cause) {
    throw unreadable(path + pointer([name]), cause);
  }
}

/** An instant in milliseconds; now, if left out. The module must have been started. */
export function instant(given, path = "/options/asOf") {
  if (given === undefined) return Date.now();
  const milliseconds = instantOf(given, path);
  if (Math.abs(milliseconds) <= LAST_INSTANT) return Math.trunc(milliseconds);
  throw new LeadscoreError("invalid_instant", `expected an instant within 8.64e15 milliseconds of 1970, found ${milliseconds}`, { path });
}

function instantOf(given, path) {
  if (typeof given === "number") return given;
  if (typeof given === "string") return call(() => readInstant(given));
  if (isObject(given) && carefully(path, () => kindOf(given)) === "Date") return carefully(path, () => Date.prototype.getTime.call(given));
  throw unexpected(path, `${path.split("/").at(-1)} as a Date, ISO 8601 text or milliseconds`, given);
}

/** From when to when, in milliseconds; to an instant that is known, or to now, if left out. */
export function checkPeriod({ from, to }, end) {
  if (from === undefined) throw unexpected("/options/from", "from as a Date, ISO 8601 text or milliseconds", from);
  return [instant(from, "/options/from"), to === undefined && end !== undefined ? end : instant(to, "/options/to")];
}

/** Whether a journey is to begin without the stage that the contact has. */
export function checkFromStage(fromStage = "current") {
  if (!["current", "none"].includes(fromStage)) throw unexpected("/options/fromStage", 'fromStage as "current" or "none"', fromStage);
  return fromStage === "none";
}

/** A row of so many, as a whole number. */
export function checkRow(row, rowCount) {
  if (!Number.isInteger(row)) throw unexpected("/row", "a row as a whole number", row);
  if (row < 0 || row >= rowCount) {
    throw new LeadscoreError("not_found", `expected a row from 0 to below ${rowCount}, found ${row}`, { path: "/row" });
  }
}

/** How many, up to a most, as a whole number. */
export function checkCount(count, path, most = Infinity) {
  if (!Number.isInteger(count) || count < 0 || count > most) {
    const upTo = most === Infinity ? "from 0" : `from 0 to ${most}`;
    throw invalid(path, `expected a whole number ${upTo}, found ${shown(count)}`);
  }
  // The module counts in 32 bits, and no table has so many rows.
  return Math.min(count, 0xffff_ffff);
}

/** From where and how many, of the options of a page. */
export function checkWindow({ offset = 0, limit = PAGE }) {
  return [checkCount(offset, "/options/offset"), checkCount(limit, "/options/limit", LARGEST_PAGE)];
}

export function checkText(text, path, what) {
  if (typeof text !== "string") throw unexpected(path, what, text);
  return text;
}

export function checkFunction(work, path, what) {
  if (work !== undefined && typeof work !== "function") throw unexpected(path, `${what} as a function`, work);
  return work;
}

/** Names of properties, as a list; none, if left out. */
export function checkNames(names, path) {
  if (names === undefined) return [];
  if (!isArray(names, path)) throw unexpected(path, "names of properties as a list", names);
  const count = carefully(path, () => names.length);
  if (count > MOST_NAMES) throw invalid(path, `expected at most ${MOST_NAMES} names, found ${count}`);
  return Array.from({ length: count }, (_, at) => checkText(carefully(`${path}/${at}`, () => names[at]), `${path}/${at}`, "the name of a property"));
}

/** The place of a name among others, or an error that says which there are. */
export function placeOf(name, names, path, what) {
  checkText(name, path, `${what} by its id`);
  const place = names.indexOf(name);
  if (place >= 0) return place;
  const known = names.length === 0 ? "there is none" : `there are ${names.slice(0, 10).join(", ")}`;
  throw new LeadscoreError("not_found", `expected ${what} by its id, found ${shown(name)}; ${known}`, { path });
}

export function isObject(value) {
  return typeof value === "object" && value !== null;
}

/** Whether it is a list; of a proxy that was revoked not even that can be asked. */
export function isArray(value, path) {
  return carefully(path, () => Array.isArray(value));
}

/** Looks at something that may throw. */
export function carefully(path, look) {
  try {
    return look();
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

function unreadable(path, cause) {
  if (cause instanceof LeadscoreError) return cause;
  return invalid(path, `expected a value that can be read, found one that throws: ${messageOf(cause)}`, cause);
}

/** The error for an argument of the wrong type. */
export function unexpected(path, expected, found) {
  return invalid(path, `expected ${expected}, found ${shown(found)}`);
}

function invalid(path, message, cause) {
  return new LeadscoreError("invalid_argument", `${path}: ${message}`, { path, cause });
}

function shown(value) {
  if (typeof value === "string") return value.length > 40 ? "a text" : JSON.stringify(value);
  if (typeof value === "function") return "a function";
  if (!isObject(value)) return String(value);
  try {
    return `a ${kindOf(value)}`;
  } catch {
    return "an object that cannot be read";
  }
}

/** What the module says of something that stands at a place in the options. */
export function within(path, work) {
  try {
    return work();
  } catch (error) {
    if (error instanceof LeadscoreError && error.path !== undefined) {
      if (error.message.startsWith(error.path)) error.message = path + error.message;
      error.path = path + error.path;
    }
    throw error;
  }
}

/**
 * Makes a class fit for users: its methods say so when they are called on something else, it cannot be made with `new`, and `using` works
 * where there is such a thing. `isOne` tells its objects from others.
 */
export function expose(Class, what, isOne) {
  const { prototype } = Class;
  const own = Object.getOwnPropertyDescriptors(prototype);
  const checked = (work) => {
    const method = function (...given) {
      if (!isObject(this) || !isOne(this)) throw unexpected("/this", `to be called on ${what}`, this);
      return Reflect.apply(work, this, given);
    };
    return Object.defineProperty(method, "name", { value: work.name });
  };
  for (const [name, { value, get }] of Object.entries(own)) {
    const property = get === undefined ? { value: checked(value) } : { get: checked(get) };
    if (name !== "constructor") Object.defineProperty(prototype, name, property);
  }
  const constructor = function () {
    throw invalid("/this", `expected ${what} to come from this package, found an attempt to make one`);
  };
  Object.defineProperty(constructor, "name", { value: Class.name });
  constructor.prototype = prototype;
  Object.defineProperty(prototype, "constructor", { value: constructor });
  if (Symbol.dispose) Object.defineProperty(prototype, Symbol.dispose, { value: prototype.free, configurable: true, writable: true });
}
