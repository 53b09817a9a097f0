// From the rulesets and contacts that users hand over to the JSON text that the module takes.
//
// A contact may hold what JSON has no word for (a Date, a Set, NaN). In a ruleset that would be a mistake. What cannot be converted
// is an error that names its place; nothing gets lost, goes on for ever or overflows the stack.

import { LeadscoreError } from "./errors.js";

/** Objects and lists stand inside each other at most so deep. */
const DEEPEST = 64;

/** There are at most so many values: an iterable may have no end. */
const MOST_VALUES = 10_000_000;

const CONTACT = {
  code: "invalid_contact",
  notFinite: () => null,
  missingItem: () => null,
  bigint: String,
  date: dateText,
  list: (value) => typeof value[Symbol.iterator] === "function",
  object: (kind) => kind !== "Map" && kind !== "WeakMap" && kind !== "Promise",
};

const RULESET = {
  code: "invalid_ruleset",
  notFinite: refuse,
  missingItem: refuse,
  bigint: (value, refuse) => (BigInt.asIntN(53, value) === value ? Number(value) : refuse()),
  date: refuse,
  list: () => false,
  object: (kind) => kind === "Object" || kind === "Module",
};

const FILTER = { ...RULESET, code: "invalid_filter" };

const STATE = { ...RULESET, code: "invalid_state" };

const ARGUMENT = { ...RULESET, code: "invalid_argument" };

/** Whose errors come with diagnostics. */
const DIAGNOSED = [RULESET.code, FILTER.code];

/** The JSON text of a contact. */
export function contactText(contact) {
  return plainText(contact) ?? new Conversion(CONTACT, []).text(contact);
}

/** The JSON text of a part of a ruleset that is an argument of its own. */
export function argumentText(value, name) {
  return new Conversion(ARGUMENT, [name]).text(value);
}

/** So many values are looked at in the hope that all are plain. */
const PLAIN_VALUES = 10_000;

/** The JSON text of what is nothing but JSON, as nearly all contacts are: no copy is made of it. Nothing, if it is more than that. */
function plainText(value) {
  try {
    return new PlainValues().isPlain(value, DEEPEST) ? jsonText(value) : undefined;
  } catch {
    // A getter or a proxy: converting says which.
    return undefined;
  }
}

class PlainValues {
  #left = PLAIN_VALUES;

  isPlain(value, deepest) {
    switch (typeof value) {
      case "string":
      case "number":
      case "boolean":
      case "undefined":
        return true;
      case "object":
        return value === null || (deepest > 0 && this.#isPlainObject(value, deepest - 1));
      default:
        return false;
    }
  }

  #isPlainObject(object, deepest) {
    const prototype = Object.getPrototypeOf(object);
    if (prototype === Object.prototype ? Symbol.iterator in object : prototype !== Array.prototype) return false;
    if (object.toJSON !== undefined) return false;
    for (const key in object) {
      const property = Object.getOwnPropertyDescriptor(object, key);
      // A getter may give something else when it is asked again.
      if (property === undefined || property.get !== undefined || --this.#left < 0) return false;
      if (!this.isPlain(property.value, deepest)) return false;
    }
    return true;
  }
}

/** The JSON text of events beside a contact. */
export function eventsText(events) {
  return new Conversion(CONTACT, ["events"]).text(events);
}

/** The JSON text of a ruleset. */
export function rulesetText(ruleset) {
  return new Conversion(RULESET, []).text(ruleset);
}

/** The JSON text of a filter. */
export function filterText(filter) {
  return new Conversion(FILTER, []).text(filter);
}

/** The JSON text of a state. */
export function stateText(state) {
  return new Conversion(STATE, []).text(state);
}

const encoder = new TextEncoder();
let room = new Uint8Array(0);

/** A text as UTF-8, until the next one is. */
export function utf8(text) {
  // A character has at most three bytes for each of its code units.
  const most = 3 * text.length;
  if (most > LARGE) return encoder.encode(text);
  if (most > room.length) room = new Uint8Array(most);
  return room.subarray(0, encoder.encodeInto(text, room).written);
}

/** What is larger is given back when it has been used. */
const LARGE = 1 << 20;

/** The JSON text of what is nothing but JSON. */
export function jsonText(value) {
  return withoutLoneSurrogates(JSON.stringify(value));
}

/** The JSON Pointer to a place. */
export function pointer(parts) {
  return parts.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** What kind of object it is, as its class has it: `Date`, `Map`, `Object`. */
export function kindOf(object) {
  return Object.prototype.toString.call(object).slice("[object ".length, -1);
}

function refuse(value, refused) {
  return refused();
}

/** ISO 8601 where the year has four digits, milliseconds elsewhere, and nothing for no date. */
function dateText(date) {
  const instant = Date.prototype.getTime.call(date);
  const year = new Date(instant).getUTCFullYear();
  return year >= 0 && year <= 9999 ? new Date(instant).toISOString() : Number.isNaN(instant) ? null : instant;
}

/** One conversion: a copy is made that is nothing but JSON, and its text. */
class Conversion {
  #rules;
  #path;
  #base;
  #ancestors = [];
  #left = MOST_VALUES;

  constructor(rules, base) {
    this.#rules = rules;
    this.#path = base;
    this.#base = base.length;
  }

  text(value) {
    try {
      return jsonText(this.#copy(value));
    } catch (error) {
      if (error instanceof LeadscoreError) throw error;
      // A getter, an iterator or a proxy.
      throw this.#fault("a value that can be read", `one that throws: ${messageOf(error)}`, error);
    }
  }

  #copy(value) {
    if (--this.#left < 0) throw this.#fault(`at most ${MOST_VALUES} values`, "more");
    switch (typeof value) {
      case "string":
      case "boolean":
        return value;
      case "number":
        return Number.isFinite(value) ? value : this.#rules.notFinite(value, () => this.#refuse(value));
      case "bigint":
        return this.#rules.bigint(value, () => this.#refuse(value));
      case "object":
        return value === null ? null : this.#copyObject(value);
      case "undefined":
        return this.#rules.missingItem(value, () => this.#refuse(value));
      default:
        throw this.#fault("a value", `a ${typeof value}`);
    }
  }

  #copyObject(value) {
    if (this.#ancestors.length >= DEEPEST) {
      const found = this.#ancestors.includes(value) ? "one that holds itself" : "more";
      throw this.#fault(`objects and lists at most ${DEEPEST} deep inside each other`, found);
    }
    this.#ancestors.push(value);
    const copy = Array.isArray(value) ? this.#copyItems(value) : this.#copyOther(value);
    this.#ancestors.pop();
    return copy;
  }

  #copyOther(value) {
    const prototype = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null) {
      const kind = kindOf(value);
      if (kind === "Date") return this.#rules.date(value, () => this.#refuse(value));
      if (kind === "String" || kind === "Number" || kind === "Boolean" || kind === "BigInt") return this.#copy(value.valueOf());
      if (typeof value.toJSON === "function") return this.#copy(value.toJSON());
      if (!this.#rules.object(kind)) return this.#refuse(value);
    }
    return this.#rules.list(value) ? this.#copyItems(value) : this.#copyProperties(value);
  }

  #copyItems(items) {
    const copy = [];
    for (const item of items) {
      this.#path.push(copy.length);
      copy.push(this.#copy(item));
      this.#path.pop();
    }
    return copy;
  }

  /** What is undefined is left out. */
  #copyProperties(object) {
    const copy = {};
    for (const key of Object.keys(object)) {
      this.#path.push(key);
      const value = object[key];
      if (value !== undefined) put(copy, key, this.#copy(value));
      this.#path.pop();
    }
    return copy;
  }

  #refuse(value) {
    throw this.#fault("a JSON value", typeof value === "object" ? `a ${kindOf(value)}` : String(value));
  }

  #fault(expected, found, cause) {
    const path = pointer(this.#path);
    const message = `expected ${expected}, found ${found}`;
    const { code } = this.#rules;
    const diagnostics = DIAGNOSED.includes(code) ? [{ code: "wrong_type", severity: "error", path, message }] : undefined;
    return new LeadscoreError(code, `${path || "/"}: ${message}`, { path, diagnostics, cause });
  }
}

/** `__proto__` is a key like others. */
function put(object, key, value) {
  if (key === "__proto__") Object.defineProperty(object, key, { value, enumerable: true });
  else object[key] = value;
}

/** JSON.stringify writes lone surrogates as escapes, which no text in UTF-8 can hold: they become U+FFFD. */
function withoutLoneSurrogates(json) {
  if (!json.includes("\\ud")) return json;
  return json.replace(/\\(?:ud[89a-f][0-9a-f]{2}|.)/g, (escape) => (escape.length === 6 ? "\ufffd" : escape));
}

/** What an error says, whatever it is. */
export function messageOf(error) {
  try {
    return String(error?.message ?? error);
  } catch {
    return "something without a message";
  }
}
