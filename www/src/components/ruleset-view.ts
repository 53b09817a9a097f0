/** What the check found in the ruleset in use: warnings only, for a ruleset with errors is not used. */
import { css, html, LitElement, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Ruleset } from "../session/state.ts";
import { controls } from "../styles/controls.ts";
import { counted } from "../text/counts.ts";
import { icons } from "./icons.ts";
import "./diagnostic-list.ts";

@customElement("ruleset-view")
export class RulesetView extends LitElement {
  @property({ attribute: false }) ruleset: Ruleset | undefined;

  override render(): TemplateResult {
    if (this.ruleset === undefined) return html`<p class="card empty quiet">There is no ruleset yet.</p>`;
    const { file, warnings, text } = this.ruleset;
    if (warnings.length === 0) {
      return html`<p class="card empty"><span class="good">${icons.check}</span> ${file.name} has no errors and no warnings.</p>`;
    }
    return html`<div class="card list">
      <p class="head"><b>${file.name}</b> has no errors and ${counted(warnings.length, "warning")}: legal, but worth a look.</p>
      <diagnostic-list .diagnostics=${warnings} .text=${text}></diagnostic-list>
    </div>`;
  }

  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
      }

      .empty {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        padding: var(--space-4);
        overflow-wrap: anywhere;
      }

      .good {
        color: var(--good);
      }

      .list {
        display: flex;
        flex-direction: column;
        min-height: 0;
      }

      .head {
        padding: var(--space-3) var(--space-4);
        border-bottom: 1px solid var(--line);
      }
    `,
  ];
}
