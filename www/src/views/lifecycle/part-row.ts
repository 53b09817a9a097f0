/**
 * A part of a list that can be opened, moved, copied, muted and taken away: its heading, and below it what is open of it. In: what it is called and
 * where it stands. Out: `deed` events. The forms are in its slot; a flat row always shows them.
 */
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import "../../components/action-menu.ts";
import type { Action, ActionMenu } from "../../components/action-menu.ts";
import { icons } from "../../components/icons.ts";
import { PageElement } from "../../components/page-element.ts";
import { controls } from "../../styles/controls.ts";
import { t } from "../../text/language.ts";
import { makeMovable } from "../rules/tree/dragging.ts";
import type { Edge } from "../rules/tree/dropping.ts";
import { commandOnLine, type Command } from "../rules/tree/tree-keys.ts";

export type Deed = "toggle" | "up" | "down" | "duplicate" | "mute" | "remove";

const deeds: Partial<Record<Command, Deed>> = { "move-up": "up", "move-down": "down", clone: "duplicate", mute: "mute", delete: "remove" };

/** The rows that are shown, by the place of what they stand for: whoever drags one finds the others. */
const shown = new Map<string, PartRow>();

export function rowAt(key: string): PartRow | undefined {
  return shown.get(key);
}

@customElement("part-row")
export class PartRow extends PageElement {
  /** The JSON Pointer of what it stands for. */
  @property() key = "";
  @property() name = "";
  @property() summary = "";
  @property({ type: Number }) index = 0;
  @property({ type: Number }) of = 1;
  @property({ type: Boolean, reflect: true }) open = false;
  @property({ type: Boolean, reflect: true }) flat = false;
  @property({ type: Boolean, reflect: true }) muted = false;
  @property({ type: Boolean }) mutable = false;
  @property({ type: Boolean }) locked = false;
  /** How grave what is wrong with it is, and in how many ways. */
  @property({ attribute: false }) finding: { severity: "error" | "warning"; count: number } | undefined;
  /** Where something that is dragged would be put. */
  @state() mark: Edge | undefined;
  @query(".opener") private opener!: HTMLElement | null;
  @query("action-menu") private menu!: ActionMenu | null;
  #release: (() => void) | undefined;
  #known = "";

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#forget();
    this.#release?.();
    this.#release = undefined;
  }

  override updated(): void {
    if (this.#known !== this.key) this.#forget();
    this.#known = this.key;
    shown.set(this.key, this);
    this.#release ??= makeMovable(this, this.renderRoot.querySelector<HTMLElement>(".grip"), () => this.key);
  }

  #forget(): void {
    if (shown.get(this.#known) === this) shown.delete(this.#known);
  }

  override focus(): void {
    (this.opener ?? this.menu)?.focus();
  }

  override render(): TemplateResult {
    const name = this.name || t("rules-unnamed");
    return html`
      ${this.mark === undefined ? nothing : html`<span class="mark ${this.mark}"></span>`}
      <div class="head" @keydown=${this.#onKey}>
        <span class="grip" aria-hidden="true" ?hidden=${this.locked}>${icons.grip}</span>
        ${this.flat
          ? html`<span class="title"><span class="name">${name}</span></span>`
          : html`<button class="opener" type="button" aria-expanded=${this.open ? "true" : "false"} aria-controls="body" @click=${() => this.#tell("toggle")}>
              <span class="chevron">${icons.right}</span>
              <span class="title">
                <span class="line"><span class="name cut" dir="auto">${name}</span>${this.muted ? html` <span class="tag">${t("rules-muted")}</span>` : nothing}</span>
                <span class="summary quiet small">${this.summary}</span>
              </span>
            </button>`}
        ${this.finding === undefined
          ? nothing
          : html`<span class="finding ${this.finding.severity}" title=${t("rules-findings", this.finding)}>${icons.warning}<span class="unseen">${t("rules-findings", this.finding)}</span></span>`}
        <slot name="value"></slot>
        ${this.locked ? nothing : html`<action-menu .label=${t("rules-menu", { name })} .actions=${this.#actions()} @action=${(event: CustomEvent<Deed>) => this.#tell(event.detail)}></action-menu>`}
      </div>
      <div id="body" ?hidden=${!this.open && !this.flat}><slot></slot></div>
    `;
  }

  #actions(): Action[] {
    return [
      { key: "up", label: t("rules-move-up"), disabled: this.index === 0 },
      { key: "down", label: t("rules-move-down"), disabled: this.index >= this.of - 1 },
      { key: "duplicate", label: t("rules-clone") },
      ...(this.mutable ? [{ key: "mute", label: this.muted ? t("rules-unmute") : t("rules-mute") }] : []),
      { key: "remove", label: t("rules-delete") },
    ];
  }

  #onKey(event: KeyboardEvent): void {
    const [inner] = event.composedPath();
    // In the open menu keys choose.
    if (this.locked || !(inner instanceof HTMLElement) || inner.matches("[role=menuitem]")) return;
    const deed = deeds[commandOnLine(event) ?? "menu"];
    if (deed === undefined || (deed === "mute" && !this.mutable)) return;
    event.preventDefault();
    event.stopPropagation();
    this.#tell(deed);
  }

  #tell(deed: Deed): void {
    this.dispatchEvent(new CustomEvent<Deed>("deed", { detail: deed }));
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        position: relative;
        min-width: 0;
      }

      .head {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        min-height: 3.25rem;
        padding: 0 var(--space-2);
      }

      :host([flat]) .head {
        min-height: 2.25rem;
      }

      .grip {
        flex: none;
        padding: var(--space-2) 0;
        color: var(--text-quiet);
        cursor: grab;
      }

      .opener {
        display: flex;
        flex: 1;
        align-items: center;
        gap: var(--space-2);
        min-width: 0;
        padding: var(--space-2) 0;
        border: 0;
        border-radius: var(--radius-small);
        background: none;
        text-align: left;
        cursor: pointer;
      }

      .opener:focus-visible {
        outline-offset: -2px;
      }

      .chevron {
        color: var(--text-quiet);
        transition: rotate 120ms;
      }

      :host([open]) .chevron {
        rotate: 90deg;
      }

      .title {
        display: grid;
        flex: 1;
        min-width: 0;
      }

      .line {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        min-width: 0;
      }

      .name {
        font-weight: 600;
      }

      .summary {
        display: -webkit-box;
        overflow: hidden;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
        overflow-wrap: anywhere;
      }

      :host([muted]) .name,
      :host([muted]) .summary {
        text-decoration: line-through;
        text-decoration-color: var(--text-quiet);
      }

      .tag {
        flex: none;
        padding: 0 var(--space-2);
        border-radius: var(--radius-round);
        background: var(--surface-sunken);
        color: var(--text-quiet);
        font-size: var(--size-small);
      }

      .finding {
        flex: none;
        color: var(--caution);
      }

      .finding.error {
        color: var(--bad);
      }

      #body {
        padding: var(--space-2) var(--space-4) var(--space-4) 3.5rem;
      }

      :host([flat]) #body {
        padding: 0 var(--space-3) var(--space-3) 2rem;
      }

      .mark {
        position: absolute;
        z-index: 1;
        right: 0;
        left: 0;
        height: 3px;
        border-radius: 2px;
        background: var(--accent-solid);
        pointer-events: none;
      }

      .mark.before {
        top: -2px;
      }

      .mark.after {
        bottom: -2px;
      }

      @media (width < 45rem) {
        .grip {
          display: none;
        }

        #body {
          padding: var(--space-2) var(--space-2) var(--space-3);
        }

        :host([flat]) #body {
          padding: 0 var(--space-2) var(--space-2);
        }
      }
    `,
  ];
}
