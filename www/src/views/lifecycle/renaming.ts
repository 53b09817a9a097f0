/**
 * Other ids for stages, lists and workflows, each as one step of the editor. In: the editor, which part, and its id to be. Out: why the part cannot have
 * it; else what names the part by its id follows. What names another part stays with that one.
 */
import type { ContactList, Path, RulesetDocument, Stage, Workflow, WorkflowAction } from "../../editing/document.ts";
import type { Editor } from "../../editing/editor.ts";
import { isId } from "../rules/ids.ts";
import { partsOf, sectionPath, type Section } from "./parts.ts";

export type IdFault = "invalid" | "taken";

/** Why an id cannot be that of a part. */
export function idFault(editor: Editor, section: Section, index: number, id: string): IdFault | undefined {
  if (!isId(id)) return "invalid";
  return isAnothers(editor, section, index, id) ? "taken" : undefined;
}

/** Gives a part an id that it can have. */
export function renamePart(editor: Editor, section: Section, index: number, id: string): void {
  const place = [...sectionPath(section), index, "id"];
  const before = editor.read(place);
  // What names two parts goes with the other one.
  const isItsOwn = typeof before === "string" && before.trim() !== "" && !isAnothers(editor, section, index, before);
  const uses = isItsOwn ? usesOf(editor, section, index, before) : [];
  editor.setAll([[place, id], ...uses.map((path) => [path, id] as const)], { key: "step-automation", args: { what: "id" } });
}

/** Stages are named by their labels, too, and without case. */
function isAnothers(editor: Editor, section: Section, index: number, id: string): boolean {
  const others = partsOf(editor, section).filter((one) => one.index !== index);
  if (section !== "stages") return others.some(({ part }) => part.id === id);
  return others.some(({ part }) => [part.id, part.label].some((name) => plain(name) === plain(id)));
}

/** Without case, and without white space at the ends, as values of properties and names of properties compare. */
function plain(name: unknown): string | undefined {
  return typeof name === "string" ? name.trim().toLowerCase() : undefined;
}

function usesOf(editor: Editor, section: Section, index: number, id: string): Path[] {
  const { document } = editor;
  if (section === "lists") return [...usesOfList(document, id)];
  if (section === "workflows") return [];
  const label = plain(editor.read([...sectionPath(section), index, "label"]));
  // What may be the label as well stays right.
  return [...usesOfStage(document, (name) => name === id || (plain(name) === plain(id) && plain(name) !== label))];
}

function* usesOfList(document: RulesetDocument, id: string): Generator<Path> {
  for (const [test, path] of testsOf(document)) if (test.list === id) yield [...path, "list"];
  for (const [workflow, path] of items<Workflow>(document.workflows, ["workflows"])) {
    for (const key of ["enrol_on", "goal"] as const) if (workflow[key] === id) yield [...path, key];
    if (Array.isArray(workflow.suppress)) yield* places(workflow.suppress, [...path, "suppress"], (named) => named === id);
  }
}

function* usesOfStage(document: RulesetDocument, isNamed: (name: unknown) => boolean): Generator<Path> {
  for (const [test, path] of testsOf(document)) {
    if (Array.isArray(test.stage)) yield* places(test.stage, [...path, "stage"], isNamed);
    else if (isNamed(test.stage)) yield [...path, "stage"];
  }
  const property = plain(document.lifecycle?.property ?? "lifecyclestage");
  for (const [workflow, path] of items<Workflow>(document.workflows, ["workflows"])) {
    for (const [action, place] of items<WorkflowAction>(workflow.actions, [...path, "actions"])) {
      if (plain(action.set) === property && isNamed(action.to)) yield [...place, "to"];
    }
  }
}

type Test = Readonly<Record<string, unknown>>;

/** The tests in the filters that may name lists and stages, and what holds tests. */
function* testsOf({ lists, lifecycle }: RulesetDocument): Generator<[Test, Path]> {
  for (const [one, path] of items<ContactList>(lists, ["lists"])) yield* testsIn(one.when, [...path, "when"]);
  for (const [stage, path] of items<Stage>(lifecycle?.stages, ["lifecycle", "stages"])) yield* testsIn(stage.enter_when, [...path, "enter_when"]);
  yield* testsIn(lifecycle?.exclude, ["lifecycle", "exclude"]);
}

/** What is nested deeper is no ruleset. */
const deepest = 64;

function* testsIn(filter: unknown, path: Path): Generator<[Test, Path]> {
  if (filter === null || typeof filter !== "object" || path.length > deepest) return;
  const test = filter as Test;
  yield [test, path];
  for (const way of ["all", "any"]) {
    for (const [part, place] of items<object>(test[way], [...path, way])) yield* testsIn(part, place);
  }
  yield* testsIn(test.not, [...path, "not"]);
}

/** The objects in a list, with their places: a faulty document may have anything instead. */
function* items<T extends object>(all: unknown, path: Path): Generator<[T, Path]> {
  if (!Array.isArray(all)) return;
  for (const [index, item] of all.entries()) if (item !== null && typeof item === "object") yield [item as T, [...path, index]];
}

function* places(names: readonly unknown[], path: Path, isNamed: (name: unknown) => boolean): Generator<Path> {
  for (const [index, name] of names.entries()) if (isNamed(name)) yield [...path, index];
}
