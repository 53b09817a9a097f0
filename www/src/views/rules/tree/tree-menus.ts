/** The menus of the tree's lines. In: a line, and what can be done with it. Out: entries. */
import { icons } from "../../../components/icons.ts";
import type { CriterionKind, Path } from "../../../editing/document.ts";
import { t } from "../../../text/language.ts";
import type { MenuEntry } from "./line-menu.ts";
import type { CriterionLine, GroupLine, RuleLine, ScoreLine } from "./lines.ts";

export interface Deeds {
  open: (line: RuleLine) => void;
  rename: (line: RuleLine) => void;
  clone: (line: RuleLine) => void;
  toggle: (line: CriterionLine) => void;
  remove: (line: RuleLine) => void;
  moveBy: (line: RuleLine, by: -1 | 1) => void;
  canMoveBy: (line: RuleLine, by: -1 | 1) => boolean;
  moveTo: (line: RuleLine, list: Path, place: number) => void;
  /** Opens another menu in place of this one. */
  choosePlace: (line: RuleLine) => void;
  addCriterion: (group: GroupLine, kind: CriterionKind) => void;
  addGroup: (score: ScoreLine) => void;
  addScore: () => void;
}

export function menuOf(line: RuleLine, locked: boolean, deeds: Deeds): MenuEntry[] {
  const open: MenuEntry = { label: t("rules-open"), icon: icons.right, keys: "Enter", run: () => deeds.open(line) };
  if (locked) return [open];
  const muted = line.kind === "criterion" && line.criterion.enabled === false;
  return [
    open,
    { label: t("rules-rename"), icon: icons.pencil, keys: "F2", run: () => deeds.rename(line) },
    { label: t("rules-clone"), icon: icons.copy, keys: "Control+D", run: () => deeds.clone(line) },
    ...(line.kind === "criterion" ? [{ label: t(muted ? "rules-unmute" : "rules-mute"), icon: icons.muted, keys: "M", run: () => deeds.toggle(line) }] : []),
    { label: t("rules-move-up"), icon: icons.up, keys: "Alt+ArrowUp", parted: true, disabled: !deeds.canMoveBy(line, -1), run: () => deeds.moveBy(line, -1) },
    { label: t("rules-move-down"), icon: icons.down, keys: "Alt+ArrowDown", disabled: !deeds.canMoveBy(line, 1), run: () => deeds.moveBy(line, 1) },
    ...moving(line, deeds),
    ...adding(line, deeds),
    { label: t("rules-delete"), icon: icons.bin, keys: "Delete", danger: true, parted: true, run: () => deeds.remove(line) },
  ];
}

function moving(line: RuleLine, deeds: Deeds): MenuEntry[] {
  if (line.kind === "score") return [];
  const run = (): "stay" => {
    deeds.choosePlace(line);
    return "stay";
  };
  return [{ label: t(line.kind === "criterion" ? "rules-move-to-group" : "rules-move-to-score"), icon: icons.right, run }];
}

function adding(line: RuleLine, deeds: Deeds): MenuEntry[] {
  if (line.kind === "score") return [{ label: t("rules-add-group"), icon: icons.plus, parted: true, run: () => deeds.addGroup(line) }];
  if (line.kind !== "group") return [];
  return kindsOf(line, deeds).map(({ hint: _, ...entry }, place) => ({ ...entry, parted: place === 0 }));
}

/** The kinds of criteria that there are to add. */
export function kindsOf(group: GroupLine, deeds: Deeds): MenuEntry[] {
  return [
    { label: t("rules-add-condition"), hint: t("rules-add-condition-hint"), icon: icons.contacts, run: () => deeds.addCriterion(group, "condition") },
    { label: t("rules-add-by-event"), hint: t("rules-add-by-event-hint"), icon: icons.events, run: () => deeds.addCriterion(group, "by_event") },
    { label: t("rules-add-by-value"), hint: t("rules-add-by-value-hint"), icon: icons.ruleset, run: () => deeds.addCriterion(group, "by_value") },
  ];
}

/** The groups that a criterion can go to, or the scores that a group can. */
export function placesFor(line: RuleLine, scores: readonly ScoreLine[], deeds: Deeds): MenuEntry[] {
  if (line.kind === "score") return [];
  if (line.kind === "group") {
    const others = scores.filter(({ key }) => key !== line.parent.key);
    return others.map((score) => ({ label: score.name, run: () => deeds.moveTo(line, [...score.path, "groups"], (score.groups.at(-1)?.index ?? -1) + 1) }));
  }
  const many = scores.length > 1;
  return scores.flatMap((score) =>
    score.groups
      .filter(({ key }) => key !== line.parent.key)
      .map((group) => ({
        label: group.name,
        ...(many && { hint: score.name }),
        run: () => deeds.moveTo(line, [...group.path, "criteria"], (group.criteria.at(-1)?.index ?? -1) + 1),
      })),
  );
}
