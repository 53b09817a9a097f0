/** The buttons that add a test or a group, and what they add. */
import { html, type TemplateResult } from "lit";
import { icons } from "../../../components/icons.ts";
import { list, type Filter } from "../../../editing/document.ts";
import type { Session } from "../../../session/session.ts";
import { t } from "../../../text/language.ts";
import { bandSets } from "../bands/sets.ts";
import { addable, fresh, type Scope, type TestKind } from "./filter-tree.ts";

export function addingButtons(scope: Scope, isMore: boolean, isFrozen: boolean, add: (kind: TestKind | "group") => void): TemplateResult {
  return html`<div class="adders" role="group" aria-label=${t("filter-add-group", { more: isMore ? "yes" : "no" })}>
    <span class="quiet small" aria-hidden="true">${t("filter-adding")}</span>
    ${addable(scope).map(
      (kind) => html`<button class="button plain small" type="button" ?disabled=${isFrozen} @click=${() => add(kind)}>${icons.plus}${t("filter-add", { kind })}</button>`,
    )}
  </div>`;
}

/** With names that are there, so that it can be chosen from. */
export function freshPart(session: Session, scope: Scope, kind: TestKind | "group"): Filter {
  const [type] = session.state.contacts?.report.events?.types ?? [];
  const { scores, bands, lists, lifecycle } = session.editor.document;
  const [[score], [set], [stage], [named]] = [list(scores), bandSets(bands), list(lifecycle?.stages), list(lists)];
  return fresh(scope === "event" && kind === "event" ? "property" : kind, {
    ...(type === undefined ? {} : { event: type.type }),
    ...(score?.id === undefined ? {} : { score: score.id }),
    ...(set === undefined ? {} : { band: { set: set.id, label: set.labels[0] ?? null } }),
    ...(stage?.id === undefined ? {} : { stage: stage.id }),
    ...(named?.id === undefined ? {} : { list: named.id }),
  });
}
