/**
 * Stages, lists and workflows as parts that can be added, copied and taken away, each as one step of the editor. In: the editor. Out: where a
 * part is afterwards. Ids stay unique.
 */
import { list, type ContactList, type Filter, type Path, type RulesetDocument, type Stage, type Workflow, type WorkflowAction } from "../../editing/document.ts";
import type { Editor } from "../../editing/editor.ts";
import { t } from "../../text/language.ts";
import { freshId, untaken } from "../rules/ids.ts";

export type Section = "stages" | "lists" | "workflows";

export const sections: readonly Section[] = ["stages", "lists", "workflows"];

export type Part = Stage & ContactList & Workflow;

/** A part with its place in the document. */
export interface PlacedPart {
  part: Part;
  index: number;
  path: Path;
}

export function sectionPath(section: Section): Path {
  return section === "stages" ? ["lifecycle", "stages"] : [section];
}

/** Those that are there; what is none is left out and keeps its place. */
export function partsOf(editor: Editor, section: Section): PlacedPart[] {
  const path = sectionPath(section);
  const all = editor.read(path);
  if (!Array.isArray(all)) return [];
  return all.flatMap((part: unknown, index) => (part !== null && typeof part === "object" ? [{ part: part as Part, index, path: [...path, index] }] : []));
}

export function nameOf({ label, id }: { label?: unknown; id?: unknown }): string {
  return [label, id].find((name) => typeof name === "string" && name.trim() !== "")?.toString() ?? "";
}

function idsOf(editor: Editor, section: Section): Set<string> {
  return new Set(partsOf(editor, section).flatMap(({ part }) => (typeof part.id === "string" ? [part.id] : [])));
}

function lengthOf(editor: Editor, path: Path): number {
  const all = editor.read(path);
  return Array.isArray(all) ? all.length : 0;
}

/** Adds a part at the end of its section: its place. A workflow needs a list to enrol on; where there is none, it brings one. */
export function addPart(editor: Editor, section: Section): number {
  const path = sectionPath(section);
  const place = lengthOf(editor, path);
  const label = { key: "step-add", args: { name: t("automation-new", { section }) } };
  if (section !== "workflows") {
    editor.insert(path, place, section === "stages" ? freshStage(editor) : freshList(editor), label);
    return place;
  }
  const [known] = list(editor.document.lists);
  const enrolOn = known ?? freshList(editor);
  const workflows = Array.isArray(editor.document.workflows) ? editor.document.workflows : [];
  editor.setAll([...(known === undefined ? [[["lists"], [enrolOn]] as const] : []), [["workflows"], [...workflows, freshWorkflow(editor, enrolOn.id ?? "")]]], label);
  return place;
}

function freshStage(editor: Editor): Stage {
  const label = t("automation-new", { section: "stages" });
  return { id: freshId(label, "stage", idsOf(editor, "stages")), label };
}

function freshList(editor: Editor): ContactList {
  const label = t("automation-new", { section: "lists" });
  const [score] = list(editor.document.scores);
  const when: Filter = score?.id === undefined ? { property: "email", is_known: true } : { score: score.id, at_least: 65 };
  return { id: freshId(label, "list", idsOf(editor, "lists")), label, when };
}

function freshWorkflow(editor: Editor, enrolOn: string): Workflow {
  const label = t("automation-new", { section: "workflows" });
  return { id: freshId(label, "workflow", idsOf(editor, "workflows")), label, enrol_on: enrolOn, actions: [freshAction(editor.document, "notify")] };
}

export type ActionKind = "notify" | "set" | "clear" | "call_back";

export const actionKinds: readonly ActionKind[] = ["notify", "set", "clear", "call_back"];

export function actionKind(action: WorkflowAction | undefined): ActionKind | undefined {
  return actionKinds.find((kind) => action !== undefined && action !== null && typeof action === "object" && kind in action);
}

export function freshAction(document: RulesetDocument, kind: ActionKind): WorkflowAction {
  const stageProperty = document.lifecycle?.property ?? "lifecyclestage";
  switch (kind) {
    case "notify":
      return { notify: "sales", message: firstMessage(document) };
    case "set":
      return { set: stageProperty, to: firstEntered(document)?.id ?? "" };
    case "clear":
      return { clear: stageProperty };
    case "call_back":
      return { call_back: "crm", with: "{{id}}" };
  }
}

/** The first stage that contacts enter by themselves, or else the first one. */
function firstEntered({ lifecycle }: RulesetDocument): Stage | undefined {
  const stages = list(lifecycle?.stages);
  return stages.find(({ enter_when }) => enter_when !== undefined) ?? stages[0];
}

/** What sales is told to begin with. */
export function firstMessage({ scores }: RulesetDocument): string {
  const [score] = list(scores);
  const who = { name: "{{firstname}} {{lastname}}", email: "{{email}}" };
  return score?.id === undefined ? t("workflow-first-message", { ...who, has: "none", points: "" }) : t("workflow-first-message", { ...who, has: "score", points: `{{score:${score.id}}}` });
}

/** Puts a copy after a part. */
export function clonePart(editor: Editor, section: Section, { part, index }: PlacedPart): void {
  const name = nameOf(part);
  const copy = { ...part, id: untaken(part.id, section.slice(0, -1), idsOf(editor, section)), label: t("rules-copy-of", { name }) };
  editor.insert(sectionPath(section), index + 1, copy, { key: "step-clone", args: { name } });
}

/** A section without parts is not there, and a lifecycle without stages is none. */
export function removePart(editor: Editor, section: Section, { part, path }: PlacedPart): void {
  const isLast = lengthOf(editor, sectionPath(section)) === 1;
  editor.remove(!isLast ? path : section === "stages" ? ["lifecycle"] : [section], { key: "step-delete", args: { name: nameOf(part) } });
}

export function mutePart(editor: Editor, { part, path }: PlacedPart): void {
  const muted = part.enabled === false;
  const args = { name: nameOf(part) };
  editor.set([...path, "enabled"], muted ? undefined : false, muted ? { key: "step-unmute", args } : { key: "step-mute", args });
}
