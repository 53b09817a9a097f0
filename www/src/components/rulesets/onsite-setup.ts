/** How a version gets on a site: files to upload, what the embed may do there, and the snippet that all of this comes to. */
import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { download } from "../../library/files.ts";
import { archive, integrity } from "../../library/onsite-files.ts";
import { addressOf, folderAddress, folderName, policy, scriptElement, scriptThatMakesIt, type Consent, type SnippetOptions } from "../../library/onsite-snippet.ts";
import type { Version } from "../../library/record.ts";
import { controls } from "../../styles/controls.ts";
import { t } from "../../text/language.ts";
import type { PublishedTexts } from "../../worker/jobs/publishing.ts";
import { icons } from "../icons.ts";
import { SessionElement } from "../page-element.ts";
import "./code-to-copy.ts";

const ways = ["html", "wordpress", "gtm", "csp"] as const;
type Way = (typeof ways)[number];
const consents: readonly Consent[] = ["site", "tcf", "google", "none"];
type Choice = "timeOnPage" | "scrollDepth";

/** Where a site writes its own nonce. */
const nonce = "NONCE";

@customElement("onsite-setup")
export class OnsiteSetup extends SessionElement {
  @property({ attribute: false }) version!: Version;
  @state() private written = { folder: "/leadscore/", endpoint: "" };
  @state() private chosen: Record<Choice, boolean> = { timeOnPage: false, scrollDepth: false };
  @state() private consent: Consent = "site";
  @state() private way: Way = "html";
  @state() private fault: "" | "faulty" | "failed" = "";
  @state() private hasLifecycle = false;
  @state() private withLifecycle = false;
  #texts: Promise<PublishedTexts | null | undefined> = Promise.resolve(undefined);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("version")) void this.#prepare();
  }

  /** What can be downloaded. Whether there is a lifecycle decides what can be chosen. */
  async #prepare(): Promise<void> {
    const { version } = this;
    this.#texts = this.session.ask("publishedTexts", { ruleset: version.text });
    const texts = await this.#texts;
    if (version === this.version) this.hasLifecycle = texts?.withLifecycle !== undefined;
  }

  override render(): TemplateResult {
    const folder = folderAddress(this.written.folder);
    const endpoint = this.written.endpoint.trim() === "" ? undefined : addressOf(this.written.endpoint);
    const endpointFault = this.written.endpoint.trim() !== "" && endpoint === undefined;
    const options = folder === undefined || endpointFault ? undefined : { folder, integrity, endpoint, consent: this.consent, ...this.chosen };
    return html`
      <section aria-labelledby="files">
        <h3 id="files">${t("onsite-files")}</h3>
        ${this.#field("folder", t("onsite-folder"), folder === undefined ? t("onsite-folder-fault") : "")}
        <p class="quiet">${t("onsite-files-hint", { folder: folder ?? "" })}</p>
        ${this.hasLifecycle ? this.#lifecycle() : nothing}
        <p class="row">
          <button class="button primary" type="button" ?disabled=${folder === undefined} @click=${() => this.#download(folder ?? "")}>${icons.download}${t("onsite-download")}</button>
          <button class="button" type="button" @click=${() => this.#download()}>${t("onsite-ruleset")}</button>
        </p>
        <p class="fault" role="alert">${this.fault === "" ? nothing : t("onsite-download-fault", { fault: this.fault })}</p>
        <p class="quiet small">${t("onsite-open")}</p>
      </section>
      <section aria-labelledby="options">
        <h3 id="options">${t("onsite-options")}</h3>
        <label class="written">
          <span>${t("onsite-consent")}</span>
          <select class="field" aria-describedby="about-consent" @change=${(event: Event) => (this.consent = (event.target as HTMLSelectElement).value as Consent)}>
            ${consents.map((consent) => html`<option value=${consent} ?selected=${consent === this.consent}>${t("onsite-consent-from", { consent })}</option>`)}
          </select>
          <span id="about-consent" class="small quiet">${t("onsite-consent-hint", { consent: this.consent })}</span>
        </label>
        ${this.#choice("timeOnPage", t("onsite-time"))} ${this.#choice("scrollDepth", t("onsite-scroll"))}
        ${this.#field("endpoint", t("onsite-endpoint"), endpointFault ? t("onsite-endpoint-fault") : "", t("onsite-endpoint-hint"))}
      </section>
      <section aria-labelledby="add">
        <h3 id="add">${t("onsite-add")}</h3>
        <fieldset class="segments">
          <legend class="unseen">${t("onsite-ways")}</legend>
          ${ways.map((way) => html`<label><input class="unseen" type="radio" name="way" .checked=${live(way === this.way)} @change=${() => (this.way = way)} />${t("onsite-way", { way })}</label>`)}
        </fieldset>
        <p class="quiet">${t("onsite-way-hint", { way: this.way })}</p>
        ${options === undefined ? html`<p class="fault">${t("onsite-incomplete")}</p>` : this.#snippet(options)}
      </section>
    `;
  }

  #field(name: "folder" | "endpoint", label: string, fault: string, hint = ""): TemplateResult {
    return html`<label class="written">
      <span>${label}</span>
      <input
        class="field code"
        type="text"
        spellcheck="false"
        autocapitalize="off"
        maxlength="2000"
        placeholder=${name === "endpoint" ? "/leads" : "/leadscore/"}
        aria-invalid=${fault === "" ? "false" : "true"}
        aria-describedby=${`about-${name}`}
        .value=${live(this.written[name])}
        @input=${(event: InputEvent) => (this.written = { ...this.written, [name]: (event.target as HTMLInputElement).value })}
      />
      <span id=${`about-${name}`} class="small ${fault === "" ? "quiet" : "fault"}">${fault || hint}</span>
    </label>`;
  }

  #choice(name: Choice, label: string): TemplateResult {
    const onChange = (event: Event): void => {
      this.chosen = { ...this.chosen, [name]: (event.target as HTMLInputElement).checked };
    };
    return html`<label class="choice">
      <input type="checkbox" .checked=${live(this.chosen[name])} @change=${onChange} />
      <span>${label}</span>
    </label>`;
  }

  #lifecycle(): TemplateResult {
    return html`<label class="choice">
      <input type="checkbox" aria-describedby="about-lifecycle" .checked=${this.withLifecycle} @change=${(event: Event) => (this.withLifecycle = (event.target as HTMLInputElement).checked)} />
      <span>${t("onsite-lifecycle")}<span id="about-lifecycle" class="small quiet">${t("onsite-lifecycle-hint")}</span></span>
    </label>`;
  }

  #snippet(options: SnippetOptions): TemplateResult {
    if (this.way === "gtm") return html`<code-to-copy label=${t("onsite-snippet")} .code=${scriptThatMakesIt(options)}></code-to-copy>`;
    if (this.way !== "csp") return html`<code-to-copy label=${t("onsite-snippet")} .code=${scriptElement(options)}></code-to-copy>`;
    return html`
      <code-to-copy label=${t("onsite-snippet")} .code=${scriptElement(options, nonce)}></code-to-copy>
      <code-to-copy label=${t("onsite-policy")} .code=${policy(options, nonce)}></code-to-copy>
    `;
  }

  /** The ruleset, alone or with all files in a folder as a site has it. */
  async #download(folder?: string): Promise<void> {
    this.fault = "";
    // What failed once is asked for again.
    if ((await this.#texts) === undefined) await this.#prepare();
    const texts = await this.#texts;
    try {
      if (texts === null) this.fault = "faulty";
      else if (texts === undefined) this.fault = "failed";
      const ruleset = this.withLifecycle ? (texts?.withLifecycle ?? texts?.rules) : texts?.rules;
      if (ruleset === undefined) return;
      if (folder === undefined) download("ruleset.json", new Blob([ruleset], { type: "application/json" }));
      else download(`${folderName(folder)}.zip`, await archive(folderName(folder), ruleset));
    } catch {
      this.fault = "failed";
    }
  }

  static override styles = [
    controls,
    css`
      :host,
      section {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-3);
      }

      :host {
        gap: var(--space-5);
      }

      .row {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
      }

      .written {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-1);
      }

      .choice {
        display: flex;
        align-items: baseline;
        gap: var(--space-2);
      }

      .choice .small {
        display: block;
      }

      p,
      .small {
        overflow-wrap: anywhere;
      }

      .segments {
        flex-wrap: wrap;
        justify-self: start;
      }

      .fault {
        color: var(--bad);
      }

      .small:empty,
      .fault:empty {
        display: none;
      }

      input[aria-invalid="true"] {
        border-color: var(--bad);
      }
    `,
  ];
}
