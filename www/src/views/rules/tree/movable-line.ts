/** What all lines of the tree share: they are rows of a treegrid, can be dragged, and have controls that are reached from the line. */
import { html, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { icons } from "../../../components/icons.ts";
import { PageElement } from "../../../components/page-element.ts";
import { t } from "../../../text/language.ts";
import { makeMovable } from "./dragging.ts";
import { LineEvent, type LineWish } from "./line-event.ts";

/** What diagnostics say of a line: their number, and whether one of them is an error. */
export interface Finding {
  count: number;
  severity: "error" | "warning";
  first: string;
}

export abstract class MovableLine extends PageElement {
  @property({ attribute: "data-key" }) key = "";
  @property() name = "";
  /** Whether its controls can be reached with Tab. */
  @property({ type: Boolean }) active = false;
  @property({ type: Boolean }) locked = false;
  @property({ attribute: false }) findings = 0;
  @property({ attribute: false }) severity: Finding["severity"] | undefined;
  @property({ attribute: false }) complaint = "";
  @state() protected renaming = false;
  #release: (() => void) | undefined;

  override updated(): void {
    this.#release ??= makeMovable(this, this.renderRoot.querySelector<HTMLElement>(".grip"), () => this.key);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#release?.();
    this.#release = undefined;
  }

  protected get stop(): number {
    return this.active ? 0 : -1;
  }

  protected wish(wish: LineWish): void {
    this.dispatchEvent(new LineEvent(wish));
  }

  /** The controls of the line, from left to right. */
  controls(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>("button:not(:disabled), points-field, input")];
  }

  async startRenaming(): Promise<void> {
    if (this.locked) return;
    this.renaming = true;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLInputElement>(".rename")?.select();
  }

  protected grip(): TemplateResult {
    return html`<span role="gridcell" class="handle"><span class="grip" aria-hidden="true" ?hidden=${this.locked}>${icons.grip}</span></span>`;
  }

  protected caption(): TemplateResult {
    if (!this.renaming) return html`<span class="name cut" dir="auto" title=${this.name} @dblclick=${this.startRenaming}>${this.name || t("rules-unnamed")}</span>`;
    return html`<input
      class="field rename"
      aria-label=${t("rules-name")}
      maxlength="400"
      .value=${this.name}
      @keydown=${this.#onRenameKey}
      @blur=${(event: FocusEvent) => this.#rename(event.target as HTMLInputElement)}
    />`;
  }

  #onRenameKey(event: KeyboardEvent): void {
    event.stopPropagation();
    const input = event.target as HTMLInputElement;
    if (event.key === "Escape") input.value = this.name;
    if (event.key === "Escape" || (event.key === "Enter" && !event.isComposing)) {
      event.preventDefault();
      this.#rename(input);
      this.focus();
    }
  }

  #rename(input: HTMLInputElement): void {
    if (!this.renaming) return;
    this.renaming = false;
    const label = input.value.trim();
    if (label !== this.name) this.wish({ what: "rename", label });
  }

  protected finding(): TemplateResult {
    if (this.severity === undefined) return html`<span role="gridcell" class="finding"></span>`;
    const words = t("rules-findings", { count: this.findings, severity: this.severity });
    return html`<span role="gridcell" class="finding ${this.severity}" title="${words}: ${this.complaint}">
      ${icons.warning}<span class="unseen">${words}</span>
    </span>`;
  }

  protected menu(): TemplateResult {
    return html`<span role="gridcell" class="more">
      <button
        class="small-button"
        type="button"
        tabindex=${this.stop}
        aria-haspopup="menu"
        aria-label=${t("rules-menu", { name: this.name })}
        @click=${(event: MouseEvent) => this.wish({ what: "menu", at: (event.currentTarget as HTMLElement).getBoundingClientRect() })}
      >
        ${icons.more}
      </button>
    </span>`;
  }
}
