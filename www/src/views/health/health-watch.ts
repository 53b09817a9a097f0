/**
 * What deserves a look now, for an element that shows it or counts it. In: the session. Out: findings. Where the view is open they follow
 * every change; elsewhere they are looked for once nothing has changed for a while, so that they never hold up what is being done.
 */
import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Session } from "../../session/session.ts";
import type { Health } from "../../worker/jobs/health.ts";
import { dismissals } from "./dismissals.ts";
import { findings, type Finding } from "./findings.ts";

const calm = 1000;
let watches = 0;

export class HealthWatch implements ReactiveController {
  readonly #host: ReactiveControllerHost & { session: Session };
  readonly #channel = `health ${++watches}`;
  #health: Health | undefined;
  #asked: number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #made: { of: readonly unknown[]; findings: readonly Finding[] } = { of: [], findings: [] };
  #onDismissal = (): void => this.#host.requestUpdate();

  constructor(host: ReactiveControllerHost & { session: Session }) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    dismissals.addEventListener("change", this.#onDismissal);
  }

  hostDisconnected(): void {
    dismissals.removeEventListener("change", this.#onDismissal);
    clearTimeout(this.#timer);
    this.#asked = undefined;
  }

  hostUpdate(): void {
    const { scored, view } = this.#host.session.state;
    if (scored?.generation === this.#asked) return;
    this.#asked = scored?.generation;
    clearTimeout(this.#timer);
    if (scored === undefined) this.#health = undefined;
    else this.#timer = setTimeout(() => void this.#ask(scored.generation), view === "health" ? 0 : calm);
  }

  /** All of them, dismissed or not; undefined before the first answer. */
  get findings(): readonly Finding[] | undefined {
    const { state, editor } = this.#host.session;
    const { scored, contacts, diagnostics } = state;
    if (this.#health === undefined || scored === undefined || contacts === undefined) return undefined;
    const of = [this.#health, editor.document, diagnostics, scored.report, contacts.report];
    if (of.some((one, index) => one !== this.#made.of[index])) {
      const sources = { ...this.#health, document: editor.document, diagnostics, report: scored.report, suggested: contacts.report.suggested_unknown_values };
      this.#made = { of, findings: findings(sources) };
    }
    return this.#made.findings;
  }

  /** How many there are that were not dismissed. */
  get count(): number {
    const dismissed = dismissals.of(this.#host.session.state.rulesets.open?.id ?? "");
    return (this.findings ?? []).filter(({ key }) => !dismissed.has(key)).length;
  }

  async #ask(generation: number): Promise<void> {
    const health = await this.#host.session.ask("health", {}, this.#channel);
    if (this.#asked !== generation || health === undefined) return;
    this.#health = health ?? undefined;
    this.#host.requestUpdate();
  }
}
