/** What the page shows before there is anything to show: what it is, and the two ways in. */
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { controls } from "../styles/controls.ts";
import { t } from "../text/language.ts";
import { chosenFiles } from "../components/chosen-files.ts";
import { icons } from "../components/icons.ts";
import { SessionElement } from "../components/page-element.ts";
import "../components/rulesets/template-list.ts";

@customElement("first-run")
export class FirstRun extends SessionElement {
  @state() private starting = false;

  override render(): TemplateResult {
    return html`
      <div class="intro">
        <h2>${t("first-title")}</h2>
        <p>${t("first-promise")}</p>
      </div>
      <div class="ways">
        <section class="card">
          <h3>${icons.sparkle} ${t("first-sample-title")}</h3>
          <p class="quiet">${t("first-sample")}</p>
          <button class="button primary" type="button" ?disabled=${this.starting} @click=${this.#onSample}>${t("try-sample")}</button>
        </section>
        <section class="card">
          <h3>${icons.upload} ${t("first-own-title")}</h3>
          <p class="quiet">${t("first-own")}</p>
          <label class="button">${t("choose-files")}<input type="file" multiple @change=${this.#onFiles} /></label>
        </section>
      </div>
      <section class="templates" aria-labelledby="templates">
        <h3 id="templates">${t("first-templates")}</h3>
        <template-list></template-list>
      </section>
      <p class="promise">${icons.shield} ${t("privacy")}</p>
      ${import.meta.env.VITE_DELIVERY === "folder" ? html`<p class="demo"><a href="demo/">${t("first-demo")}</a></p>` : nothing}
    `;
  }

  async #onSample(): Promise<void> {
    this.starting = true;
    await this.session.trySample();
    this.starting = false;
  }

  #onFiles(event: Event): void {
    const files = chosenFiles(event);
    if (files.length > 0) void this.session.add(files);
  }

  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: var(--space-6);
        width: min(100%, 52rem);
        padding: var(--space-6) 0;
      }

      .intro {
        display: flex;
        flex-direction: column;
        gap: var(--space-3);
        text-align: center;
      }

      h2 {
        font-size: var(--size-display);
        font-weight: 700;
        letter-spacing: -0.025em;
        line-height: 1.15;
        text-wrap: balance;
      }

      .intro p {
        max-width: 36rem;
        margin: 0 auto;
        color: var(--text-quiet);
        font-size: var(--size-large);
        text-wrap: pretty;
      }

      .ways {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr));
        gap: var(--space-4);
      }

      .card {
        display: flex;
        flex-direction: column;
        align-items: flex-start;
        gap: var(--space-3);
        padding: var(--space-5);
      }

      h3 {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        font-size: var(--size-large);
      }

      h3 svg {
        color: var(--accent);
      }

      .card .button {
        margin-top: auto;
      }

      .templates {
        display: grid;
        gap: var(--space-3);
      }

      .promise {
        display: flex;
        align-items: center;
        justify-content: center;
        gap: var(--space-2);
        color: var(--text-quiet);
      }

      .demo {
        text-align: center;
      }

      .demo a {
        color: var(--accent);
      }
    `,
  ];
}
