/** Says, or corrects, what a file is. Fires `choose` with the new one. */
import { css, html, LitElement, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import type { Role } from "../session/recognise.ts";
import { controls } from "../styles/controls.ts";

const choices: { role: Role; label: string }[] = [
  { role: "ruleset", label: "a ruleset" },
  { role: "contacts", label: "contacts" },
  { role: "events", label: "events" },
];

@customElement("role-choice")
export class RoleChoice extends LitElement {
  @property() label = "";
  @property({ attribute: false }) chosen: Role = "contacts";

  override render(): TemplateResult {
    return html`<label
      >${this.label}
      <select class="field" .value=${live(this.chosen)} @change=${this.#onChange}>
        ${choices.map(({ role, label }) => html`<option value=${role} ?selected=${role === this.chosen}>${label}</option>`)}
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
