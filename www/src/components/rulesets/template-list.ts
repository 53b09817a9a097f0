/** The templates, each with what it is for. Choosing one opens a ruleset of its own, and fires `chosen`. */
import { css, html, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { templateIds, templateText, type TemplateId } from "../../library/templates.ts";
import { controls } from "../../styles/controls.ts";
import { t } from "../../text/language.ts";
import { SessionElement } from "../page-element.ts";

@customElement("template-list")
export class TemplateList extends SessionElement {
  @state() private failed = false;

  override render(): TemplateResult {
    return html`<ul>
        ${templateIds.map(
          (template) => html`<li>
            <button type="button" @click=${() => this.#choose(template)}>
              <b>${t("template", { template })}</b><span class="quiet">${t("template-about", { template })}</span>
            </button>
          </li>`,
        )}
      </ul>
      <p class="fault" role="alert">${this.failed ? t("template-failed") : ""}</p>`;
  }

  async #choose(template: TemplateId): Promise<void> {
    try {
      await this.session.rulesets.create(t("template", { template }), await templateText(template));
      this.session.show(this.state.contacts === undefined ? "rules" : this.state.view);
      this.failed = false;
      this.dispatchEvent(new Event("chosen"));
    } catch {
      this.failed = true;
    }
  }

  static override styles = [
    controls,
    css`
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr));
        gap: var(--space-3);
      }

      button {
        display: grid;
        align-content: start;
        gap: var(--space-1);
        width: 100%;
        height: 100%;
        padding: var(--space-3);
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface-card);
        text-align: left;
        cursor: pointer;
      }

      button:hover {
        border-color: var(--accent);
        background: var(--surface-hover);
      }

      .fault {
        color: var(--bad);
      }

      .fault:empty {
        display: none;
      }
    `,
  ];
}
