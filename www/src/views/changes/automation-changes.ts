/** What was changed in stages, lists and workflows. In: two documents, either of which may be faulty. Out: the parts that differ, matched by their ids. */
import { list, type ContactList, type Lifecycle, type RulesetDocument, type Stage, type Workflow } from "../../editing/document.ts";
import { changed, isWorthIt, named, nameOf, others, paired, reordered, same, stateOf, text, type Change, type RuleChange } from "./matching.ts";

export function automationChanges(before: RulesetDocument, after: RulesetDocument): RuleChange[] {
  return [
    ...changesOfLifecycle(before.lifecycle, after.lifecycle),
    ...paired(list(before.lists), list(after.lists)).flatMap(([was, is]) => changesOfList(was, is)),
    ...paired(list(before.workflows), list(after.workflows)).flatMap(([was, is]) => changesOfWorkflow(was, is)),
  ];
}

function changesOfLifecycle(was: Lifecycle | undefined, is: Lifecycle | undefined): RuleChange[] {
  const whole: RuleChange = { part: "lifecycle", state: stateOf(was, is), ids: { stage: "" }, name: "", within: [], changes: [] };
  if (was && is) {
    whole.changes.push(...changed("stage-property", was.property, is.property), ...changed("filter", was.exclude, is.exclude), ...reordered(was.stages, is.stages));
    whole.changes.push(...others(was, is, ["property", "exclude", "stages"]));
  }
  const stages = paired(list(was?.stages), list(is?.stages)).flatMap(([one, other]) => changesOfStage(one, other));
  // A lifecycle that is new or gone is its stages.
  return [...(was && is && isWorthIt(whole) ? [whole] : []), ...stages];
}

function changesOfStage(was: Stage | undefined, is: Stage | undefined): RuleChange[] {
  const stage = is ?? was ?? {};
  const change: RuleChange = { part: "stage", state: stateOf(was, is), ids: { stage: text(stage.id) }, name: nameOf(stage), within: [], changes: [] };
  change.changes.push(...changed("filter", was?.enter_when, is?.enter_when));
  if (was && is) change.changes.push(...named(was, is), ...others(was, is, ["id", "label", "note", "enter_when"]));
  return isWorthIt(change) ? [change] : [];
}

function changesOfList(was: ContactList | undefined, is: ContactList | undefined): RuleChange[] {
  const one = is ?? was ?? {};
  const change: RuleChange = { part: "list", state: stateOf(was, is), ids: { list: text(one.id) }, name: nameOf(one), within: [], changes: [] };
  change.changes.push(...changed("filter", was?.when, is?.when), ...changed("members", was?.members, is?.members));
  if (was && is) change.changes.push(...named(was, is), ...others(was, is, ["id", "label", "note", "when", "members"]));
  return isWorthIt(change) ? [change] : [];
}

function changesOfWorkflow(was: Workflow | undefined, is: Workflow | undefined): RuleChange[] {
  const one = is ?? was ?? {};
  const change: RuleChange = { part: "workflow", state: stateOf(was, is), ids: { workflow: text(one.id) }, name: nameOf(one), within: [], changes: [] };
  change.changes.push(...changed("list", was?.enrol_on, is?.enrol_on), ...changed("actions", was?.actions, is?.actions));
  if (was && is) {
    change.changes.push(...named(was, is), ...isOff(was, is), ...changed("goal", was.goal, is.goal), ...changed("suppress", was.suppress, is.suppress));
    if (!same([was.enrol_present, was.re_enrol], [is.enrol_present, is.re_enrol])) change.changes.push({ aspect: "enrolment", before: was, after: is });
    change.changes.push(...others(was, is, ["id", "label", "note", "enabled", "enrol_on", "enrol_present", "re_enrol", "suppress", "goal", "actions"]));
  }
  return isWorthIt(change) ? [change] : [];
}

function isOff(was: Workflow, is: Workflow): Change[] {
  const [before, after] = [was.enabled === false, is.enabled === false];
  return before === after ? [] : [{ aspect: after ? "off" : "on" }];
}
