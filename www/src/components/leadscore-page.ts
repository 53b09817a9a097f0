/**
 * The page's root: listens to the session, hands its state down, and catches files that are dropped anywhere. Everything else is
 * in the components it puts together.
 */
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import type { Session } from "../session/session.ts";
import { controls } from "../styles/controls.ts";
import { counted } from "../text/counts.ts";
import "./drop-layer.ts";
import "./file-complaint.ts";
import "./first-run.ts";
import "./page-header.ts";
import "./source-bar.ts";
import "./which-is-which.ts";
import "./work-space.ts";

@customElement("leadscore-page")
export class LeadscorePage extends LitElement {
  @state() private dragging = false;
  readonly #session: Session;

  constructor(session: Session) {
    super();
    this.#session = session;
    session.addEventListener("change", () => this.requestUpdate());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("dragenter", this.#onDrag);
    window.addEventListener("dragover", this.#onDrag);
    window.addEventListener("dragleave", this.#onLeave);
    window.addEventListener("drop", this.#onDrop);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("dragenter", this.#onDrag);
    window.removeEventListener("dragover", this.#onDrag);
    window.removeEventListener("dragleave", this.#onLeave);
    window.removeEventListener("drop", this.#onDrop);
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

  override render(): TemplateResult {
    const state = this.#session.state;
    const untouched = !state.ruleset && !state.contacts && !state.events && !state.loading;
    return html`
      <page-header .session=${this.#session} .state=${state}></page-header>
      <main class=${untouched ? "first" : "working"}>
        ${untouched
          ? html`<first-run .session=${this.#session}></first-run>`
          : html`<source-bar .session=${this.#session} .state=${state}></source-bar>`}
        ${state.complaints.length === 0
          ? nothing
          : html`<section class="complaints" aria-label="Files that could not be used">
              ${state.complaints.map((complaint) => html`<file-complaint .session=${this.#session} .complaint=${complaint}></file-complaint>`)}
            </section>`}
        ${untouched ? nothing : html`<work-space .session=${this.#session} .state=${state}></work-space>`}
      </main>
      <p class="unseen" role="status">${this.#news()}</p>
      <drop-layer ?hidden=${!this.dragging}></drop-layer>
      <which-is-which .session=${this.#session} .files=${state.unclear}></which-is-which>
    `;
  }

  /** What somebody who cannot see the page would want to be told. */
  #news(): string {
    const { loading, scored, complaints } = this.#session.state;
    if (loading !== undefined) return `Reading ${loading.file.name}`;
    const last = complaints.at(-1);
    if (last !== undefined) return `${last.file.name} could not be used`;
    return scored === undefined ? "" : `${counted(scored.arranged.shown, "contact")} shown`;
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
        gap: var(--space-4);
        padding: var(--space-4) var(--space-5) var(--space-5);
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
          gap: var(--space-3);
          padding: var(--space-3);
        }
      }
    `,
  ];
}
