/** Says, or corrects, what a file is. Fires `choose` with the new one. */
import { css, html, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import type { Role } from "../session/recognise.ts";
import { controls } from "../styles/controls.ts";
import { t } from "../text/language.ts";
import { PageElement } from "../components/page-element.ts";

const roles: Role[] = ["ruleset", "contacts", "events"];

@customElement("role-choice")
export class RoleChoice extends PageElement {
  @property() label = "";
  @property({ attribute: false }) chosen: Role = "contacts";

  override render(): TemplateResult {
    return html`<label
      >${this.label}
      <select class="field" .value=${live(this.chosen)} @change=${this.#onChange}>
        ${roles.map((role) => html`<option value=${role} ?selected=${role === this.chosen}>${t("role-choice", { role })}</option>`)}
      </select>
    </label>`;
  }

  #onChange(event: Event): void {
    const detail = (event.target as HTMLSelectElement).value as Role;
    this.dispatchEvent(new CustomEvent<Role>("choose", { detail }));
  }

  static override styles = [
    controls,
    css`
      label {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        white-space: nowrap;
      }
    `,
  ];
}
