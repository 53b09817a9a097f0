// Draws what followed from the visitor's score: the stages, with the one that was reached, and each happening with its cause, the latest first.
// In: the happenings as the embed told them, the earliest first, and what stages, workflows and properties are called, by id.

import { element } from "./element.js";
import { drawTime } from "./panel-timeline.js";

const reasons = {
  goal: "it has reached its goal",
  suppressed: "it is not meant for this visitor",
  left: "what it was for is over",
  backwards: "nobody goes backwards",
  excluded: "robots are left alone",
  other_stage: "the stage is none of these",
  no_such_stage: "there is no such stage",
};

const words = {
  stage_changed: ({ to }, { stages }) => `Became ${stages[to]}`,
  stage_kept: ({ reason }) => `Stayed at the same stage: ${reasons[reason]}`,
  property_set: ({ property, to }, { properties }) => `“${properties[property] ?? property}” is “${to}” now`,
  property_cleared: ({ property }, { properties }) => `“${properties[property] ?? property}” was cleared`,
  enrolled: ({ workflow }, { workflows }) => `“${workflows[workflow]}” began`,
  unenrolled: ({ workflow, reason }, { workflows }) => `“${workflows[workflow]}” ended: ${reasons[reason]}`,
  notified: ({ channel }) => `To ${channel}:`,
  called_back: ({ name }) => `To the page, as ${name}:`,
};

/** The stages in their order, and which of them the visitor has reached. */
export function drawStages(list, happenings, { stages }) {
  const now = happenings.findLast(({ kind }) => kind === "stage_changed")?.to;
  list.replaceChildren(...Object.entries(stages).map(([id, label]) => element("li", id === now ? { "aria-current": "step" } : {}, label)));
}

export function drawFollowed(list, happenings, names) {
  list.replaceChildren(...happenings.toReversed().map((happening) => drawHappening(happening, names)));
}

function drawHappening(happening, names) {
  const told = element("div", {}, element("p", {}, words[happening.kind]?.(happening, names) ?? happening.kind));
  if (happening.message) told.append(element("blockquote", {}, happening.message));
  told.append(element("p", { class: "panel-cause" }, why(happening.cause, names)));
  return element("li", {}, drawTime(new Date(happening.at)), told);
}

/** Of what a workflow does, why the workflow began has been said where it began. */
function why(cause, { workflows }) {
  return cause.kind === "workflow" ? `By “${workflows[cause.workflow]}”` : `Because: ${cause.text}`;
}
