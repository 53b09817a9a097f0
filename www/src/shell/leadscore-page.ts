/**
 * The page's root: hands the session down, catches files that are dropped anywhere, and keys that work everywhere. Everything else is in the
 * components and views that it puts together.
 */
import { ContextProvider } from "@lit/context";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import type { Session } from "../session/session.ts";
import { controls } from "../styles/controls.ts";
import { contacts } from "../text/counts.ts";
import { t } from "../text/language.ts";
import { PageElement, sessionContext } from "../components/page-element.ts";
import "./drop-layer.ts";
import "./file-complaint.ts";
import "./first-run.ts";
import "./page-header.ts";
import "../components/rulesets/ruleset-notes.ts";
import "./source-bar.ts";
import "./which-is-which.ts";
import "./work-space.ts";

@customElement("leadscore-page")
export class LeadscorePage extends PageElement {
  @state() private dragging = false;
  readonly #session: Session;

  constructor(session: Session) {
    super();
    this.#session = session;
    new ContextProvider(this, { context: sessionContext, initialValue: session });
    session.addEventListener("change", () => this.requestUpdate());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("dragenter", this.#onDrag);
    window.addEventListener("dragover", this.#onDrag);
    window.addEventListener("dragleave", this.#onLeave);
    window.addEventListener("drop", this.#onDrop);
    window.addEventListener("keydown", this.#onKey);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("dragenter", this.#onDrag);
    window.removeEventListener("dragover", this.#onDrag);
    window.removeEventListener("dragleave", this.#onLeave);
    window.removeEventListener("drop", this.#onDrop);
    window.removeEventListener("keydown", this.#onKey);
  }

  #onDrag = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "copy";
    this.dragging = true;
  };

  #onLeave = (event: DragEvent): void => {
    if (event.relatedTarget === null) this.dragging = false;
  };

  #onDrop = (event: DragEvent): void => {
    this.dragging = false;
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    const files = [...event.dataTransfer.files];
    if (files.length > 0) void this.#session.add(files);
  };

  /** Undo and redo, also while a field has the keyboard: what was typed into it is a step of the ruleset. */
  #onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.altKey || !(event.ctrlKey || event.metaKey)) return;
    const key = event.key.toLowerCase();
    const { editor } = this.#session;
    if (key === "z" && !event.shiftKey && editor.canUndo) editor.undo();
    else if ((key === "y" || (key === "z" && event.shiftKey)) && editor.canRedo) editor.redo();
    else return;
    event.preventDefault();
  };

  override render(): TemplateResult {
    const { state } = this.#session;
    const untouched = !state.open && !state.contacts && !state.events && !state.loading;
    return html`
      <page-header></page-header>
      <main class=${untouched ? "first" : "working"}>
        ${untouched ? html`<first-run></first-run>` : html`<source-bar></source-bar>`}
        <ruleset-notes></ruleset-notes>
        ${state.complaints.length === 0
          ? nothing
          : html`<section class="complaints" aria-label=${t("complaints")}>
              ${state.complaints.map((complaint) => html`<file-complaint .complaint=${complaint}></file-complaint>`)}
            </section>`}
        ${untouched ? nothing : html`<work-space></work-space>`}
      </main>
      <p class="unseen" role="status">${this.#news()}</p>
      <drop-layer ?hidden=${!this.dragging}></drop-layer>
      <which-is-which .files=${state.unclear}></which-is-which>
    `;
  }

  /** What somebody who cannot see the page would want to be told. */
  #news(): string {
    const { loading, scored, complaints } = this.#session.state;
    if (loading !== undefined) return t("news-reading", { file: loading.file.name });
    const last = complaints.at(-1);
    if (last !== undefined) return last.isLink ? t("complaint-link") : t("news-unusable", { file: last.file.name });
    return scored === undefined ? "" : t("news-shown", { contacts: contacts(scored.arranged.shown) });
  }

  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 100dvh;
      }

      main {
        flex: 1;
        display: flex;
        flex-direction: column;
        gap: var(--space-3);
        padding: var(--space-3) var(--space-5) var(--space-5);
      }

      main.first {
        align-items: center;
        justify-content: safe center;
      }

      main.first .complaints {
        width: min(100%, 52rem);
      }

      .complaints {
        display: flex;
        flex-direction: column;
        gap: var(--space-3);
      }

      work-space {
        flex: 1 1 0;
        min-height: 30rem;
      }

      @media (width < 45rem) {
        main {
          padding: var(--space-3);
        }
      }
    `,
  ];
}
