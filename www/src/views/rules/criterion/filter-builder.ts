/**
 * A filter, built of groups and tests. In: its path in the ruleset, and what it is about: contacts, the events of a type, or contacts with
 * their scores, for bands. Out: edits there.
 */
import { css, html, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { faultList, faultStyles } from "../../../components/fault-list.ts";
import type { Filter } from "../../../editing/document.ts";
import { controls } from "../../../styles/controls.ts";
import { t } from "../../../text/language.ts";
import { addingButtons, freshPart } from "./adding.ts";
import "./filter-part.ts";
import type { FilterPart } from "./filter-part.ts";
import { changed, group, groupOf, type Change, type Scope, type TestKind } from "./filter-tree.ts";
import { partStyles } from "./part-styles.ts";
import { RulePart } from "./rule-part.ts";

@customElement("filter-builder")
export class FilterBuilder extends RulePart {
  @property() scope: Scope = "contact";
  /** The type of the events, in their scope. */
  @property() eventType = "";

  override render(): TemplateResult {
    const filter = this.read<Filter>();
    const isThere = filter !== undefined;
    return html`
      ${isThere
        ? html`<filter-part
            .path=${this.path}
            .scope=${this.scope}
            .eventType=${this.eventType}
            @part-change=${(event: CustomEvent<Change>) => this.#change(event.detail)}
          ></filter-part>`
        : html`<p class="quiet small">${t("filter-none")}</p>`}
      ${isThere && groupOf(filter) !== undefined ? "" : addingButtons(this.scope, isThere, this.isFrozen, (kind) => void this.#add(kind))}
      ${isThere ? "" : faultList(this.faults())}
    `;
  }

  /** A test beside a test makes a group of both. */
  async #add(kind: TestKind | "group"): Promise<void> {
    const filter = this.read<Filter>();
    const added = freshPart(this.session, this.scope, kind);
    this.choose([], filter === undefined ? added : group("all", [filter, added]), "condition");
    await this.updateComplete;
    const part = this.renderRoot.querySelector<FilterPart>("filter-part");
    await part?.focusLast();
  }

  #change(change: Change): void {
    const filter = this.read<Filter>();
    if (filter === undefined) return;
    const parts = changed([filter], 0, change);
    const [only] = parts;
    this.choose([], parts.length > 1 ? group("all", parts) : only, "condition");
    if (only === undefined) void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>("button")?.focus());
  }

  static override styles = [
    controls,
    faultStyles,
    partStyles,
    css`
      :host {
        container-type: inline-size;
      }
    `,
  ];
}
