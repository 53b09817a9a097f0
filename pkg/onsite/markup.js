// What a page has marked with `data-leadscore-…`: elements, fields, forms and links; and the values that pages report.
//
// In: nodes, events and objects of the page. Out: what they say, as texts; and marked elements as they are to be. Of what a visitor types, only
// fields that the site has marked are read. What is recorded, and what is to be seen or filled in, the module decides.

import { announce, guarded, report, tried } from "./browser.js";

const FILLED = "leadscoreFilled";
const CONCEALED = "data-leadscore-concealed";

/** What is marked below a node; a node that has nothing below it has nothing marked. */
export const marked = tried((node = document) => {
  return node.querySelectorAll("[data-leadscore-show],[data-leadscore-hide],[data-leadscore-field]");
}, []);

export const attribute = tried((element, name) => element.getAttribute(name) ?? undefined);

/** How an element is taken out of sight: attributes, a property of its style, and all of it as it is written on an element. */
const WITH_SPACE = { attributes: ["hidden"], property: "display", value: "none", whole: "hidden;display=" };
const KEEPS_SPACE = { attributes: ["inert", "aria-hidden"], property: "visibility", value: "hidden", whole: "inert;aria-hidden;visibility=" };

/**
 * Conceals or reveals an element. What was done to it is written on it, so that it is undone exactly, also on a copy that a page took in between;
 * what the page itself hides stays hidden. An element to show that a page delivers hidden, so that it does not flash, is one that was concealed here.
 */
export const conceal = tried((element, isConcealed) => {
  const way = element.hasAttribute("data-leadscore-keep-space") ? KEEPS_SPACE : WITH_SPACE;
  const written = element.getAttribute(CONCEALED);
  const beginsHidden = written === null && element.hasAttribute("data-leadscore-show");
  const done = written ?? (beginsHidden ? way.whole : "");
  if (isConcealed) {
    if (done === "" || beginsHidden) element.setAttribute(CONCEALED, hidden(element, way, beginsHidden));
  } else if (done !== "") {
    reveal(element, done);
    element.setAttribute(CONCEALED, "");
  }
});

/** Takes an element out of sight; what it had of that already is the page's, unless it is to be taken for done here. What was done. */
function hidden(element, { attributes, property, value }, takesOver) {
  let done = "";
  for (let place = 0; place < attributes.length; place++) {
    const name = attributes[place];
    if (!takesOver && element.hasAttribute(name)) continue;
    element.setAttribute(name, name === "aria-hidden" ? "true" : "");
    done += `${name};`;
  }
  if (element instanceof HTMLElement) {
    const before = element.style.getPropertyValue(property);
    const isHidden = before === value;
    // For pages whose own styles show what is `hidden`.
    if (!isHidden) element.style.setProperty(property, value, "important");
    if (takesOver || !isHidden) done += `${property}=${isHidden ? "" : before}`;
  }
  return done;
}

/** Undoes what was done to an element. */
function reveal(element, done) {
  let name = "";
  let before;
  for (let place = 0; place <= done.length; place++) {
    const letter = done[place];
    if (letter !== undefined && letter !== ";") {
      if (before !== undefined) before += letter;
      else if (letter === "=") before = "";
      else name += letter;
      continue;
    }
    if (before === undefined) {
      if (name !== "") element.removeAttribute(name);
    } else if (element instanceof HTMLElement) {
      const { style } = element;
      // A value that is not ours is the page's; an empty one takes the property away.
      if (style.getPropertyValue(name) === "none" || style.getPropertyValue(name) === "hidden") style.setProperty(name, before);
      if (element.getAttribute("style") === "") element.removeAttribute("style");
    }
    name = "";
    before = undefined;
  }
}

/**
 * Gives a field a value, if it may have one from here: hidden inputs, and others while they are empty or hold what was filled in here, for what a
 * visitor types is the visitor's. With nothing to say, what a page put there as its default stays.
 */
export const fill = tried((element, value) => {
  // A property, since a ledger is long.
  const { [FILLED]: filled, value: current } = element;
  if (typeof current !== "string" || current === value || (value === "" && filled === undefined)) return;
  if (!element.matches("[type=hidden i]") && current !== "" && filled !== current) return;
  element[FILLED] = value;
  // Through the prototype's setter, as typing does: frameworks put their own on the element, to tell typing from scripts.
  Reflect.set(Object.getPrototypeOf(element), "value", value, element);
  // Without this mark no event is sent, since listeners take events for a visitor at work.
  if (!element.hasAttribute("data-leadscore-notify")) return;
  announce("input", "null", element);
  announce("change", "null", element);
});

/** Puts the values of a form's fields into what it is about to send, where a script has collected that before they were filled. */
export const complete = tried(({ formData, target }) => {
  if (!(formData instanceof FormData)) return;
  const fields = target.getRootNode().querySelectorAll("[data-leadscore-field][name]");
  for (let place = 0; place < fields.length; place++) {
    const { form, value } = fields[place];
    if (form !== target || typeof value !== "string") continue;
    const name = fields[place].getAttribute("name");
    const sent = formData.getAll(name);
    // An entry that is not there was left out on purpose: the field is disabled.
    if (sent.length === 1 && typeof sent[0] === "string" && sent[0] !== value) formData.set(name, value);
  }
});

/** The mark of what was clicked on, and its text. The right button opens a menu. */
export const cta = guarded((event) => {
  const path = event.type === "auxclick" && event.button !== 1 ? [] : event.composedPath();
  for (let place = 0; place < path.length; place++) {
    const mark = path[place] instanceof Element ? path[place].getAttribute("data-leadscore-cta") : null;
    if (mark !== null) return [mark, path[place].textContent];
  }
  return [];
}, []);

/**
 * What a form is called: by its mark, its id, its name, or the path to which it is sent. A form's own properties of these names are not asked: a
 * field called `action` or `id` takes their place. Searches and dialogs have no name, unless they are marked.
 */
function formName(form) {
  const attribute = (name) => form.getAttribute(name) || undefined;
  const mark = attribute("data-leadscore-form");
  if (mark !== undefined) return mark;
  if (attribute("role") === "search" || attribute("method") === "dialog") return undefined;
  const path = tried(() => new URL(attribute("action") ?? "", location.href).pathname, "");
  return attribute("id") ?? attribute("name") ?? path();
}

/** What a field says: a box without a value of its own `true` or `false`, several choices joined by `;`. Passwords and files are never read. */
function fieldValue(field) {
  const { type, checked, value } = field;
  if (type === "password" || type === "file") return "";
  if (type === "checkbox" || type === "radio") {
    if (field.hasAttribute("value")) return checked ? value : "";
    return checked || type === "checkbox" ? `${checked}` : "";
  }
  if (type === "select-multiple") {
    const chosen = field.querySelectorAll("option:checked");
    let joined = "";
    for (let place = 0; place < chosen.length; place++) joined += (place > 0 ? ";" : "") + chosen[place].value;
    return joined;
  }
  return typeof value === "string" ? value : "";
}

/**
 * Of a form that is submitted: its name, whether the field that only robots fill was filled, and in turn the marked properties with their values;
 * of a property with several boxes, those that are ticked. A field without a value leaves what is known.
 */
export const submission = guarded(({ target: form, currentTarget }, honeypot) => {
  const name = form instanceof Element ? formName(form) : undefined;
  if (name === undefined) return [];
  const found = [name, ""];
  // Not the form's list of its elements, whose place a field of that name takes. Of the window, what is marked is in its document.
  const fields = currentTarget.querySelectorAll("[data-leadscore-property],[name]");
  for (let each = 0; each < fields.length; each++) {
    const field = fields[each];
    const value = field.form === form ? fieldValue(field) : "";
    if (value === "") continue;
    if (honeypot !== undefined && field.getAttribute("name") === honeypot && value !== "false") found[1] = "true";
    const property = field.getAttribute("data-leadscore-property");
    if (property === null) continue;
    let place = 2;
    while (place < found.length && found[place] !== property) place += 2;
    found[place + 1] = place < found.length ? `${found[place + 1]};${value}` : value;
    found[place] = property;
  }
  return found;
}, []);

/** A value as a text: an empty one if it says nothing, `undefined` if no property can have it. */
function valueText(value) {
  if (typeof value === "string" || typeof value === "boolean") return `${value}`;
  if (value === null || value === undefined) return "";
  const number = value instanceof Date ? Date.prototype.getTime.call(value) : value;
  if (typeof number !== "number") return undefined;
  return Number.isFinite(number) ? `${number}` : "";
}

/** The same of a list of values: their texts, joined. */
function listText(list) {
  let joined = "";
  for (let place = 0; place < list.length; place++) {
    const text = valueText(list[place]);
    if (text === undefined) return undefined;
    if (text !== "") joined += (joined && ";") + text;
  }
  return joined;
}

/** The properties of an object, names and texts in turn; an empty one is no value. What is no text, number, boolean, date or list of such is reported and left out. */
export const pairs = guarded((object) => {
  const found = [];
  if (!(object instanceof Object)) return found;
  const names = Object.keys(object);
  for (let each = 0; each < names.length; each++) {
    const name = names[each];
    const value = tried(() => object[name], found)();
    if (value === found) continue;
    const text = Array.isArray(value) ? listText(value) : valueText(value);
    if (text === undefined) report(`expected a text, a number, a boolean, a date, a list of these or null as property ${name}`);
    else {
      const place = found.length;
      found[place] = name;
      found[place + 1] = text;
    }
  }
  return found;
}, []);
