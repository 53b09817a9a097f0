// Checking rulesets, scoring single contacts, and taking them from score to action.

import { check, Scorer as Compiled } from "./dist/leadscore.js";
import { LeadscoreError } from "./errors.js";
import {
  carefully,
  checkFromStage,
  checkOptions,
  checkPeriod,
  instant,
  isArray,
  isObject,
  expose,
  rulesetArguments,
  stateArgument,
  unexpected,
} from "./arguments.js";
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

export async function advance(ruleset, state, contact, options = {}) {
  const scorer = await createScorer(ruleset);
  try {
    return scorer.advance(state, contact, options);
  } finally {
    scorer.free();
  }
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
    const asked = checkOptions(options, ["asOf", "events"]);
    const given = contactArguments(contact, asked);
    const time = instant(asked.asOf);
    return this.#ask((compiled) => compiled.score(...given(), time));
  }

  explain(contact, options = {}) {
    const asked = checkOptions(options, ["asOf", "events"]);
    const given = contactArguments(contact, asked);
    const time = instant(asked.asOf);
    return this.#ask((compiled) => compiled.explain(...given(), time));
  }

  advance(state, contact, options = {}) {
    const asked = checkOptions(options, ["asOf", "events"]);
    const before = stateArgument(state, "/state");
    const given = contactArguments(contact, asked);
    const time = instant(asked.asOf);
    return this.#ask((compiled) => compiled.advance(before, ...given(), time));
  }

  journey(contact, options = {}) {
    const asked = checkOptions(options, ["from", "to", "events", "state", "fromStage"]);
    const before = stateArgument(asked.state, "/options/state");
    const given = contactArguments(contact, asked);
    const withoutStage = checkFromStage(asked.fromStage);
    const period = checkPeriod(asked);
    return this.#ask((compiled) => compiled.journey(before, ...given(), ...period, withoutStage));
  }

  free() {
    this.#compiled.free();
  }

  #ask(ask) {
    // What was lost with a module that broke off is made anew.
    if (this.#compiled.lost) this.#compile();
    return JSON.parse(this.#compiled.use(ask));
  }

  #compile() {
    this.#compiled = new Held("a scorer", () => new Compiled(...this.#given));
  }
}

/** What the module takes of a contact and of the events beside it. Bytes are of the last contact only, so that they are made when it is its turn. */
function contactArguments(contact, { events }) {
  if (!isObject(contact) || isArray(contact, "/contact")) throw unexpected("/contact", "a contact as an object", contact);
  if (events !== undefined && !(isObject(events) && isIterable(events))) throw unexpected("/options/events", "events as a list", events);
  const contactJson = contactText(contact);
  const eventsJson = events === undefined ? undefined : eventsText(events);
  return () => [utf8(contactJson), eventsJson];
}
