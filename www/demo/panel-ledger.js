// Draws where the visitor stands, and each criterion with its points and what they are for. In: a score of the scorecard and the ledger, as the
// embed gives them (or nothing, before there are any), and the bands of the ruleset. Points are shown as they come; nothing is worked out here.

import { element } from "./element.js";

const number = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });
const signed = new Intl.NumberFormat("en", { maximumFractionDigits: 2, signDisplay: "exceptZero" });
const day = new Intl.DateTimeFormat("en", { day: "numeric", month: "long" });

/** The points, the band, and how far it is to the next one. */
export function drawStanding(at, score, bands, most) {
  at.points.textContent = score === undefined ? "–" : number.format(score.points);
  at.band.textContent = score?.band ?? "No band";
  at.band.toggleAttribute("data-band", (score?.band ?? null) !== null);
  at.distance.textContent = score === undefined ? "Nothing is known of this visitor." : distance(score.points, bands);
  drawRuler(at.ruler, score?.points ?? 0, bands, most);
}

function distance(points, bands) {
  const next = bands.filter((band) => band.at_least > points).sort((a, b) => a.at_least - b.at_least)[0];
  if (next === undefined) return "There is no higher band.";
  const missing = next.at_least - points;
  return `${number.format(missing)} ${missing === 1 ? "point" : "points"} to ${next.label}, which begins at ${number.format(next.at_least)}.`;
}

function drawRuler(ruler, points, bands, most) {
  const part = (value) => `${(100 * Math.max(0, Math.min(value, most))) / most}%`;
  ruler.replaceChildren(
    drawn("rect", { class: "track", width: "100%", height: 8, rx: 4 }),
    drawn("rect", { class: "filled", width: part(points), height: 8, rx: 4 }),
    ...bands.flatMap(({ label, at_least: from }) => [
      drawn("line", { x1: part(from), x2: part(from), y1: 0, y2: 12 }),
      drawn("text", { x: part(from), y: 24, "text-anchor": "middle" }, label),
    ]),
  );
}

function drawn(name, attributes, ...content) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...content);
  return made;
}

/** Every group with its criteria; those that are not met only if asked for. What differs from `before` is marked. */
export function drawLedger(place, ledger, before, withUnmet) {
  if (ledger === null) return place.replaceChildren(element("p", { class: "panel-quiet" }, "Nothing is scored."));
  const former = new Map(before?.scores.flatMap(criteriaOf).map(({ id, points }) => [id, points]));
  const changed = ({ id, points }) => former.has(id) && former.get(id) !== points;
  place.replaceChildren(...ledger.scores.flatMap((score) => score.groups.map((group) => drawGroup(group, changed, withUnmet))));
}

const criteriaOf = (score) => score.groups.flatMap((group) => group.criteria);

function drawGroup(group, changed, withUnmet) {
  const isShown = (criterion) => withUnmet || criterion.met || criterion.points !== 0;
  const title = element("h3", {}, group.label ?? group.id, drawPoints(group.points));
  const rows = group.criteria.filter(isShown).map((criterion) => drawCriterion(criterion, changed(criterion)));
  const section = element("div", { class: "panel-group" }, title, element("ul", {}, ...rows));
  if (group.points !== group.before_limit) {
    section.append(element("p", { class: "panel-quiet" }, `${signed.format(group.before_limit)} together; the group's limit makes it ${signed.format(group.points)}.`));
  }
  return section;
}

function drawCriterion(criterion, isChanged) {
  const row = element("li", { class: "panel-criterion", "data-met": criterion.met }, element("span", {}, criterion.label ?? criterion.id), drawPoints(criterion.points));
  row.toggleAttribute("data-changed", isChanged);
  const words = criterion.met ? [criterion.evidence.text] : criterion.missing;
  if (criterion.next_change !== undefined) {
    words.push(`${signed.format(criterion.next_change.points)} from ${day.format(new Date(criterion.next_change.at))} on`);
  }
  row.append(...words.map((text) => element("p", {}, text)));
  return row;
}

function drawPoints(points) {
  return element("span", { class: "panel-points", "data-sign": Math.sign(points) }, signed.format(points));
}
