/** One action of a workflow, to be changed: a property to clear or set, somebody to tell, or the host to call back. In: its path. */
import { css, html, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import "../../components/combo-box.ts";
import type { ComboBox, Suggestion } from "../../components/combo-box.ts";
import { faultList } from "../../components/fault-list.ts";
import { list, type WorkflowAction } from "../../editing/document.ts";
import { Live } from "../../session/live.ts";
import { count } from "../../text/counts.ts";
import { t } from "../../text/language.ts";
import { columnSuggestions, contactColumns } from "../rules/criterion/known-columns.ts";
import { AutomationPart, automationStyles, text } from "./automation-part.ts";
import "./message-field.ts";
import { actionKind, type ActionKind } from "./parts.ts";

const fields: Record<ActionKind, readonly string[]> = { notify: ["notify", "message"], set: ["set", "to"], clear: ["clear"], call_back: ["call_back", "with"] };

@customElement("action-fields")
export class ActionFields extends AutomationPart {
  /** Which field has its suggestions open, and what they are to contain. */
  @state() private asked: { key: string; search: string } | undefined;

  #values = new Live(this, "propertyValues", () => {
    const { set } = this.read<WorkflowAction>() ?? {};
    return this.asked?.key === "to" && typeof set === "string" ? { property: set, search: this.asked.search, limit: 50 } : undefined;
  });

  override render(): TemplateResult {
    const action = this.read<WorkflowAction>();
    const kind = actionKind(action);
    if (kind === undefined || action === undefined) {
      return html`<p class="small">${t("part-unreadable")} <button class="button plain small" type="button" @click=${() => this.session.reveal(this.path, "json")}>${t("part-as-json")}</button></p>
        ${faultList(this.faults())}`;
    }
    return html`<div class="fields">${this.#fields(kind, action)}</div>
      ${faultList(this.faultsBeside(fields[kind]), "beside")}`;
  }

  /** What was just added may not have been drawn yet. */
  override async focus(): Promise<void> {
    await this.updateComplete;
    const first = this.renderRoot.querySelector<ComboBox>("combo-box");
    await first?.updateComplete;
    first?.focus();
  }

  #fields(kind: ActionKind, action: WorkflowAction): TemplateResult {
    switch (kind) {
      case "clear":
        return this.#combo("clear", action.clear, this.#columns("clear"));
      case "set":
        return html`${this.#combo("set", action.set, this.#columns("set"))}${this.#combo("to", action.to, this.#valuesOf(action.set))}`;
      case "notify":
        return html`${this.#combo("notify", action.notify, this.#used("notify"))}<message-field .path=${[...this.path, "message"]} .label=${t("action-field", { field: "message" })}></message-field>`;
      case "call_back":
        return html`${this.#combo("call_back", action.call_back, this.#used("call_back"))}<message-field optional .path=${[...this.path, "with"]} .label=${t("action-field", { field: "with" })}></message-field>`;
    }
  }

  #combo(key: keyof WorkflowAction, value: unknown, suggestions: readonly Suggestion[]): TemplateResult {
    const put = (event: CustomEvent<string>): void => this.write([key], event.detail, "action");
    return html`<combo-box
      .label=${t("action-field", { field: key })}
      .value=${text(value)}
      .suggestions=${this.asked?.key === key ? suggestions : []}
      .faults=${this.faults(key)}
      .disabled=${this.isFrozen}
      @query=${(event: CustomEvent<string>) => (this.asked = { key, search: event.detail })}
      @close=${() => (this.asked = undefined)}
      @type=${put}
      @choose=${put}
    ></combo-box>`;
  }

  #columns(key: string): Suggestion[] {
    if (this.asked?.key !== key) return [];
    const { contacts } = this.state;
    return columnSuggestions(contactColumns(this.session.editor.document, contacts?.report.columns), this.asked.search, contacts?.rowCount ?? 0);
  }

  /** Stages, for the property that holds them; else the values that occur. */
  #valuesOf(property: unknown): Suggestion[] {
    const { lifecycle } = this.session.editor.document;
    const search = this.asked?.search.trim().toLowerCase() ?? "";
    if (typeof property === "string" && property.trim().toLowerCase() === (lifecycle?.property ?? "lifecyclestage").trim().toLowerCase()) {
      const stages = list(lifecycle?.stages).map(({ id = "", label }) => ({ value: id, label: label || id }));
      return stages.filter(({ value, label }) => value.toLowerCase().includes(search) || label.toLowerCase().includes(search));
    }
    return (this.#values.value?.values ?? []).map(({ value, count: times }) => ({ value, count: count(times) }));
  }

  /** Channels and names that other actions have. */
  #used(key: "notify" | "call_back"): Suggestion[] {
    const search = this.asked?.search.trim().toLowerCase() ?? "";
    const used = list(this.session.editor.document.workflows).flatMap(({ actions }) => list(actions).map((action) => action[key]));
    const names = new Set(used.filter((name): name is string => typeof name === "string" && name.trim() !== ""));
    return [...names].filter((name) => name.toLowerCase().includes(search)).map((value) => ({ value }));
  }

  static override styles = [
    ...automationStyles,
    css`
      combo-box {
        flex: 0 1 15rem;
      }

      message-field {
        flex: 1 1 100%;
      }
    `,
  ];
}
