/**
 * What the page's elements have in common: they are drawn anew when the language changes and, if they show the session's state, when that
 * changes. Texts come from `t()`, the session from the page's root.
 */
import { consume, createContext } from "@lit/context";
import { LitElement } from "lit";
import type { Session } from "../session/session.ts";
import type { State } from "../session/state.ts";
import { languageChanges } from "../text/language.ts";

export const sessionContext = createContext<Session>(Symbol("session"));

/** Shows what it is given. */
export abstract class PageElement extends LitElement {
  #onLanguage = (): void => this.requestUpdate();

  override connectedCallback(): void {
    super.connectedCallback();
    languageChanges.addEventListener("change", this.#onLanguage);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    languageChanges.removeEventListener("change", this.#onLanguage);
  }
}

/** Shows the session's state, and changes it. */
export abstract class SessionElement extends PageElement {
  @consume({ context: sessionContext }) session!: Session;

  #onChange = (): void => this.requestUpdate();

  get state(): State {
    return this.session.state;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.session.addEventListener("change", this.#onChange);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.session.removeEventListener("change", this.#onChange);
  }
}
