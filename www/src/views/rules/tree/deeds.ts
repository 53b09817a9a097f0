/**
 * What can be done to a line, with all that belongs to it: the step of the editor, where the keyboard is afterwards, and what is told of it. In: the
 * tree that it is done in.
 */
import { pointer, type Path } from "../../../editing/document.ts";
import type { Editor } from "../../../editing/editor.ts";
import { t } from "../../../text/language.ts";
import * as steps from "../steps.ts";
import type { MenuEntry } from "./line-menu.ts";
import { listOf, type RuleLine, type ScoreLine, type TreeLine } from "./lines.ts";
import { ChosenEvent, DeletedEvent, NewsEvent } from "./tree-events.ts";
import { placesFor, type Deeds } from "./tree-menus.ts";

export interface Tree extends EventTarget {
  readonly editor: Editor;
  readonly scores: readonly ScoreLine[];
  readonly selected: string | undefined;
  readonly beginnings: steps.Beginnings;
  visible: () => TreeLine[];
  rename: (line: RuleLine) => void;
  /** Opens another menu where the last one was. */
  replaceMenu: (label: string, entries: readonly MenuEntry[], line: RuleLine) => void;
  /** Gives the keyboard to a line that is there once the step that was just made is drawn: by its place, or its key. */
  await: (wanted: Path | string, then?: (line: RuleLine) => void) => void;
}

export function deedsIn(tree: Tree): Deeds {
  const tell = (text: string): void => void tree.dispatchEvent(new NewsEvent(text));
  const choose = (line: RuleLine, enter: boolean = false): void => void tree.dispatchEvent(new ChosenEvent(line.key, enter));

  const moveTo = (line: RuleLine, list: Path, place: number): void => {
    if (place === line.index && pointer(list) === pointer(listOf(line.path))) return;
    const wasSelected = tree.selected === line.key;
    tree.await(steps.move(tree.editor, line, list, place), (moved) => {
      if (wasSelected) choose(moved);
      const where = { name: moved.name, place: moved.place, of: moved.of };
      tell(moved.parent ? t("rules-said-moved-in", { ...where, parent: moved.parent.name }) : t("rules-said-moved", where));
    });
  };

  const remove = (line: RuleLine): void => {
    const next = lineAfter(tree.visible(), line);
    steps.remove(tree.editor, line);
    if (tree.selected === line.key) tree.dispatchEvent(new ChosenEvent(undefined, false));
    tree.dispatchEvent(new DeletedEvent(line.key, line.name));
    tell(t("rules-deleted", { name: line.name }));
    if (next !== undefined) tree.await(next.key);
  };

  const deeds: Deeds = {
    open: (line) => choose(line, true),
    rename: (line) => tree.rename(line),
    clone: (line) => {
      tree.await(steps.clone(tree.editor, line), (copy) => choose(copy));
      tell(t("rules-said-cloned", { name: line.name }));
    },
    toggle: (line) => {
      steps.toggle(tree.editor, line);
      tell(t(line.criterion.enabled === false ? "rules-said-unmuted" : "rules-said-muted", { name: line.name }));
      tree.await(line.key);
    },
    remove,
    moveBy: (line, by) => {
      const to = steps.neighbour(tree.scores, line, by);
      if (to === undefined) tell(t("rules-said-no-further", { name: line.name }));
      else moveTo(line, to.list, to.place);
    },
    canMoveBy: (line, by) => steps.neighbour(tree.scores, line, by) !== undefined,
    moveTo,
    choosePlace: (line) => {
      const places = placesFor(line, tree.scores, deeds);
      const none: MenuEntry = { label: t("rules-nowhere-else"), disabled: true, run: () => undefined };
      tree.replaceMenu(t("rules-move-to", { name: line.name }), places.length > 0 ? places : [none], line);
    },
    addCriterion: (group, kind) =>
      tree.await(steps.addCriterion(tree.editor, group, kind, tree.beginnings), (line) => {
        choose(line);
        tree.rename(line);
      }),
    addGroup: (score) => tree.await(steps.addGroup(tree.editor, score), (line) => tree.rename(line)),
    addScore: () => tree.await(steps.addScore(tree.editor), (line) => tree.rename(line)),
  };
  return deeds;
}

/** Where the keyboard goes when a line is gone: to what follows it, else to what stands before it. */
function lineAfter(lines: readonly TreeLine[], gone: RuleLine): TreeLine | undefined {
  const isGone = (line: TreeLine): boolean => line.key === gone.key || (line.parent !== undefined && isGone(line.parent));
  const at = lines.findIndex(({ key }) => key === gone.key);
  return lines.slice(at).find((line) => !isGone(line)) ?? lines[at - 1];
}
