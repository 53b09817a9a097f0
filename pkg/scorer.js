// Checking rulesets, and scoring single contacts.

import { check, Scorer as Compiled } from "./dist/leadscore.js";
import { LeadscoreError } from "./errors.js";
import { carefully, checkOptions, instant, isArray, isObject, expose, rulesetArguments, unexpected } from "./arguments.js";
import { call, Held, start } from "./start.js";
import { contactText, eventsText, utf8 } from "./values.js";

export async function checkRuleset(ruleset) {
  let given;
  try {
    given = rulesetArguments(ruleset);
  } catch (error) {
    // What is not JSON is wrong in a ruleset like anything else.
    if (error instanceof LeadscoreError && error.diagnostics !== undefined && error.cause === undefined) return error.diagnostics;
    throw error;
  }
  await start();
  return JSON.parse(call(() => check(...given)));
}

export async function createScorer(ruleset) {
  const given = rulesetArguments(ruleset);
  await start();
  return new Scorer(given);
}

function isIterable(events) {
  return typeof carefully("/options/events", () => events[Symbol.iterator]) === "function";
}

class Scorer {
  static {
    expose(Scorer, "a scorer", (value) => #compiled in value);
  }

  #given;
  #compiled;

  constructor(given) {
    this.#given = given;
    this.#compile();
  }

  score(contact, options = {}) {
    return this.#ask(contact, options, (compiled, ...asked) => compiled.score(...asked));
  }

  explain(contact, options = {}) {
    return this.#ask(contact, options, (compiled, ...asked) => compiled.explain(...asked));
  }

  free() {
    this.#compiled.free();
  }

  #ask(contact, options, ask) {
    const { asOf, events } = checkOptions(options, ["asOf", "events"]);
    if (!isObject(contact) || isArray(contact, "/contact")) throw unexpected("/contact", "a contact as an object", contact);
    if (events !== undefined && !(isObject(events) && isIterable(events))) throw unexpected("/options/events", "events as a list", events);
    const contactJson = contactText(contact);
    const eventsJson = events === undefined ? undefined : eventsText(events);
    const time = instant(asOf);
    // What was lost with a module that broke off is made anew.
    if (this.#compiled.lost) this.#compile();
    return JSON.parse(this.#compiled.use((compiled) => ask(compiled, utf8(contactJson), eventsJson, time)));
  }

  #compile() {
    this.#compiled = new Held("a scorer", () => new Compiled(...this.#given));
  }
}
