/** What a workflow does, one after another: actions to be added, changed, moved, copied and taken out. In: their path. Out: edits there. */
import { css, html, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { faultList } from "../../components/fault-list.ts";
import { icons } from "../../components/icons.ts";
import { pointer, type WorkflowAction } from "../../editing/document.ts";
import { t } from "../../text/language.ts";
import "./action-fields.ts";
import { AutomationPart, automationStyles } from "./automation-part.ts";
import "./part-row.ts";
import type { Deed, PartRow } from "./part-row.ts";
import { actionKind, actionKinds, freshAction, type ActionKind } from "./parts.ts";

@customElement("action-list")
export class ActionList extends AutomationPart {
  override render(): TemplateResult {
    const actions = this.#actions();
    const place = pointer(this.path);
    return html`
      <ol aria-label=${t("workflow-what")}>
        ${actions.map((action, index) => this.#action(action, index, actions.length))}
      </ol>
      ${faultList(this.state.diagnostics.filter(({ path }) => path === place))}
      <div class="adders" role="group" aria-label=${t("action-add")}>
        <span class="quiet small" aria-hidden="true">${t("filter-adding")}</span>
        ${actionKinds.map(
          (kind) => html`<button class="button plain small" type="button" ?disabled=${this.isFrozen} @click=${() => this.#add(kind)}>${icons.plus}${t("action-kind", { kind })}</button>`,
        )}
      </div>
    `;
  }

  #actions(): readonly WorkflowAction[] {
    const actions = this.read<unknown>();
    return Array.isArray(actions) ? (actions as WorkflowAction[]) : [];
  }

  #action(action: WorkflowAction, index: number, of: number): TemplateResult {
    const path = [...this.path, index];
    return html`<li>
      <part-row
        flat
        .key=${pointer(path)}
        .name=${t("action-name", { place: index + 1, kind: actionKind(action) ?? "unknown" })}
        .index=${index}
        .of=${of}
        ?locked=${this.isFrozen}
        @deed=${(event: CustomEvent<Deed>) => this.#do(event.detail, index, of)}
      >
        <action-fields .path=${path}></action-fields>
      </part-row>
    </li>`;
  }

  #add(kind: ActionKind): void {
    const { editor } = this.session;
    const place = this.#actions().length;
    editor.insert(this.path, place, freshAction(editor.document, kind), this.stepLabel("action"));
    void this.updateComplete.then(() => [...this.renderRoot.querySelectorAll<HTMLElement>("action-fields")].at(place)?.focus());
  }

  #do(deed: Deed, index: number, of: number): void {
    const { editor } = this.session;
    const label = this.stepLabel("action");
    let next = index;
    if (deed === "remove") {
      editor.remove([...this.path, index], label);
      next = Math.min(index, of - 2);
    } else if (deed === "duplicate") {
      next = index + 1;
      editor.insert(this.path, next, this.#actions()[index], label);
    } else {
      next = index + (deed === "up" ? -1 : 1);
      if (next < 0 || next >= of) return;
      editor.move([...this.path, index], this.path, next, label);
    }
    void this.updateComplete.then(() => (this.#rows()[next] ?? this.renderRoot.querySelector<HTMLElement>(".adders button"))?.focus());
  }

  #rows(): PartRow[] {
    return [...this.renderRoot.querySelectorAll<PartRow>("part-row")];
  }

  static override styles = [
    ...automationStyles,
    css`
      ol {
        display: grid;
        gap: var(--space-2);
      }

      ol:not(:empty) {
        margin-bottom: var(--space-2);
      }

      li {
        border: 1px solid var(--line);
        border-radius: var(--radius-small);
        background: var(--surface-card);
      }
    `,
  ];
}
