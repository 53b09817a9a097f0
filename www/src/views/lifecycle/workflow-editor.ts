/** Everything about one workflow, to be changed: whom it is for, what is done for them, and when it ends. */
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { faultList, isWrong } from "../../components/fault-list.ts";
import { list, type Workflow } from "../../editing/document.ts";
import { t } from "../../text/language.ts";
import "./action-list.ts";
import { AutomationPart, automationStyles, isChecked, valueOf } from "./automation-part.ts";

@customElement("workflow-editor")
export class WorkflowEditor extends AutomationPart {
  override render(): TemplateResult {
    const workflow = this.read<Workflow>() ?? {};
    return html`<div class="form">
      <div class="fields">${this.nameField()}${this.idField(t("automation-id"), "workflows")}</div>
      ${faultList(this.faultsBeside(["id", "label", "note", "enrol_on", "enrol_present", "re_enrol", "suppress", "goal", "actions", "enabled"]), "beside")}
      <section aria-labelledby="who">
        <h3 id="who">${t("workflow-who")}</h3>
        <div class="fields">
          ${this.#listField("enrol_on", workflow.enrol_on)}
          <div class="checks">
            ${this.#check("enrol_present", workflow.enrol_present)} ${this.#check("re_enrol", workflow.re_enrol)}
          </div>
        </div>
        ${this.#suppress(workflow)}
      </section>
      <section aria-labelledby="what">
        <h3 id="what">${t("workflow-what")}</h3>
        <action-list .path=${[...this.path, "actions"]}></action-list>
      </section>
      <section aria-labelledby="end">
        <h3 id="end">${t("workflow-end")}</h3>
        ${this.#listField("goal", workflow.goal)}
      </section>
      ${this.noteField()}
      <label class="check">
        <input type="checkbox" .checked=${live(workflow.enabled === false)} ?disabled=${this.isFrozen} @change=${(event: Event) => this.choose(["enabled"], isChecked(event) ? false : undefined, "muted")} />${t("workflow-muted")}
      </label>
      ${faultList(this.faults("enabled"), "enabled-faults")}
    </div>`;
  }

  #listField(key: "enrol_on" | "goal", named: unknown): TemplateResult {
    const lists = list(this.session.editor.document.lists);
    const isThere = lists.some(({ id }) => id === named);
    const faults = this.faults(key);
    return html`<div class="named">
      <label class="label" for=${key}>${t("workflow-list", { key })}</label>
      <select id=${key} class="field" ?disabled=${this.isFrozen} aria-invalid=${isWrong(faults)} aria-describedby="${key}-faults" @change=${(event: Event) => this.choose([key], valueOf(event) || undefined, key)}>
        ${key === "goal" ? html`<option value="" ?selected=${named === undefined}>${t("workflow-no-goal")}</option>` : nothing}
        ${isThere || (key === "goal" && named === undefined) ? nothing : html`<option value="" selected disabled>${typeof named === "string" ? named : ""}</option>`}
        ${lists.map(({ id, label }) => html`<option value=${id ?? ""} ?selected=${id === named}>${label || id}</option>`)}
      </select>
      ${faultList(faults, `${key}-faults`)}
    </div>`;
  }

  #check(key: "enrol_present" | "re_enrol", value: unknown): TemplateResult {
    return html`<label class="check">
        <input type="checkbox" .checked=${live(value === true)} ?disabled=${this.isFrozen} @change=${(event: Event) => this.choose([key], isChecked(event) ? true : undefined, "enrolment")} />${t("workflow-check", { key })}
      </label>
      ${faultList(this.faults(key), `${key}-faults`)}`;
  }

  /** Lists that keep contacts out; one that is named and is not there any more stays, to be taken out. */
  #suppress({ suppress, enrol_on }: Workflow): TemplateResult | typeof nothing {
    const named: readonly unknown[] = Array.isArray(suppress) ? suppress : [];
    const lists = list(this.session.editor.document.lists).filter(({ id }) => id !== enrol_on || named.includes(id));
    const gone = named.filter((one): one is string => typeof one === "string" && !lists.some(({ id }) => id === one));
    if (lists.length + gone.length === 0) return nothing;
    const all = [...lists.map(({ id = "", label }) => ({ id, name: label || id })), ...gone.map((id) => ({ id, name: id }))];
    return html`<fieldset ?disabled=${this.isFrozen}>
        <legend class="label">${t("workflow-suppress")}</legend>
        ${all.map(
          ({ id, name }) => html`<label class="check">
            <input type="checkbox" .checked=${live(named.includes(id))} @change=${() => this.#toggleSuppress(named, id, all)} />${name}
          </label>`,
        )}
      </fieldset>
      ${faultList(this.faults("suppress"), "suppress-faults")}`;
  }

  #toggleSuppress(named: readonly unknown[], id: string, all: readonly { id: string }[]): void {
    const wanted = all.filter((one) => (one.id === id ? !named.includes(one.id) : named.includes(one.id))).map((one) => one.id);
    this.choose(["suppress"], wanted.length === 0 ? undefined : wanted, "suppress");
  }

  static override styles = [
    ...automationStyles,
    css`
      .checks {
        display: grid;
        flex: 2 1 16rem;
        align-content: center;
      }

      fieldset {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--space-4);
        min-width: 0;
        margin: 0;
        padding: 0;
        border: 0;
      }

      legend {
        padding: 0;
      }

      .named select {
        max-width: 20rem;
      }

      /* What holds without a goal is a sentence. */
      .named #goal {
        max-width: 34rem;
      }
    `,
  ];
}
