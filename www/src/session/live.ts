/**
 * A live answer of the worker, for an element that shows it: asked anew whenever the scores or the question change, and dropped where a newer
 * question overtakes it. The last answer stays until the next one is there, so that nothing flickers.
 */
import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { JobKind, Jobs } from "../worker/protocol.ts";
import type { Session } from "./session.ts";

let channels = 0;

export class Live<K extends JobKind> implements ReactiveController {
  /** The last answer; undefined before the first. */
  value: Jobs[K]["output"] | undefined;
  readonly #host: ReactiveControllerHost & { session: Session };
  readonly #kind: K;
  readonly #input: () => Jobs[K]["input"] | undefined;
  readonly #channel = `live ${++channels}`;
  #asked = "";
  readonly #withoutContacts: boolean;
  #waiting = false;

  /** `input` is what to ask now; undefined for nothing, which lets go of the answer. Some answers need no contacts. */
  constructor(
    host: ReactiveControllerHost & { session: Session },
    kind: K,
    input: () => Jobs[K]["input"] | undefined,
    { withoutContacts = false }: { withoutContacts?: boolean } = {},
  ) {
    this.#host = host;
    this.#kind = kind;
    this.#input = input;
    this.#withoutContacts = withoutContacts;
    host.addController(this);
  }

  /** Whether a newer answer than `value` is on its way. */
  get pending(): boolean {
    return this.#waiting;
  }

  hostUpdate(): void {
    const { scored, evaluations } = this.#host.session.state;
    const input = scored === undefined && !this.#withoutContacts ? undefined : this.#input();
    const asked = input === undefined ? "" : `${scored?.generation} ${this.#withoutContacts ? evaluations : ""} ${JSON.stringify(input)}`;
    if (asked === this.#asked) return;
    this.#asked = asked;
    if (input === undefined) {
      this.value = undefined;
      this.#waiting = false;
    } else void this.#ask(input, asked);
  }

  async #ask(input: Jobs[K]["input"], asked: string): Promise<void> {
    this.#waiting = true;
    const value = await this.#host.session.ask(this.#kind, input, this.#channel);
    if (this.#asked !== asked) return;
    this.#waiting = false;
    if (value !== undefined) this.value = value;
    this.#host.requestUpdate();
  }
}
