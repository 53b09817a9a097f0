/** A contact as a form: what the rules ask for, what else is known, what it did. In and out: the session's contact under test. */
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { icons } from "../../components/icons.ts";
import { SessionElement } from "../../components/page-element.ts";
import { propertyLabels } from "../../text/sentences.ts";
import { controls } from "../../styles/controls.ts";
import { t } from "../../text/language.ts";
import type { Draft, DraftProperty } from "../../worker/draft.ts";
import "./draft-events.ts";
import { plain, ruleNames, type RuleProperty } from "./rule-names.ts";

@customElement("draft-form")
export class DraftForm extends SessionElement {
  override render(): TemplateResult {
    const { draft } = this.state.testing;
    const { document } = this.session.editor;
    const names = ruleNames(document);
    const asked = names.properties.map((property) => ({ property, at: placeOf(draft, property) }));
    const known = new Set(asked.map(({ at }) => at));
    const others = draft.properties.map((_, at) => at).filter((at) => !known.has(at));
    const labelOf = propertyLabels(document, this.state.contacts?.report.columns);
    return html`
      <h2>${t("test-rule-properties", { count: asked.length })}</h2>
      ${asked.length === 0 ? html`<p class="quiet small">${t("test-rule-properties-none")}</p>` : nothing}
      <div class="grid">
        ${asked.map(({ property, at }) => this.#field(labelOf(property.name), draft.properties[at], (value) => this.#set(at, property.name, value)))}
      </div>
      <h2>${t("test-events", { count: draft.events.length + draft.older })}</h2>
      <draft-events .draft=${draft} .events=${names.events}></draft-events>
      <details ?open=${others.length > 0 && others.length <= 3}>
        <summary>${t("test-other-properties", { count: others.length })}</summary>
        <div class="grid">
          ${others.map((at) => {
            const one = draft.properties[at];
            return one === undefined ? nothing : this.#other(one, at);
          })}
        </div>
        <button class="button" type="button" @click=${this.#add}>${icons.plus}${t("test-add-property")}</button>
      </details>
    `;
  }

  #field(label: string, property: DraftProperty | undefined, set: (value: string) => void): TemplateResult {
    return html`<label>
      <span class="small cut" title=${label}>${label}</span>
      <input class="field" type="text" .value=${property?.value ?? ""} ?readonly=${property?.cut} title=${property?.cut ? t("test-too-long") : ""} @input=${(event: Event) => set((event.target as HTMLInputElement).value)} />
    </label>`;
  }

  #other(one: DraftProperty, at: number): TemplateResult {
    return html`<div class="pair">
      <input class="field" type="text" aria-label=${t("test-property-name")} placeholder=${t("test-property-name")} .value=${one.name} @change=${(event: Event) => this.#rename(at, (event.target as HTMLInputElement).value)} />
      <input class="field" type="text" aria-label=${t("test-property-value", { property: one.name })} placeholder=${t("test-value")} .value=${one.value} ?readonly=${one.cut} title=${one.cut ? t("test-too-long") : ""} @input=${(event: Event) => this.#set(at, one.name, (event.target as HTMLInputElement).value)} />
      <button class="button icon plain" type="button" aria-label=${t("test-remove-property", { property: one.name })} @click=${() => this.#change(this.state.testing.draft.properties.toSpliced(at, 1))}>${icons.cross}</button>
    </div>`;
  }

  #set(at: number, name: string, value: string): void {
    const { properties } = this.state.testing.draft;
    const before = properties[at];
    this.#change(before === undefined ? [...properties, { name, value }] : properties.with(at, { ...before, value }));
  }

  #rename(at: number, name: string): void {
    const { properties } = this.state.testing.draft;
    const before = properties[at];
    // What HubSpot calls the old name is nothing to the new one.
    if (before !== undefined) this.#change(properties.with(at, { name, value: before.value }));
  }

  #add(): void {
    this.#change([...this.state.testing.draft.properties, { name: "", value: "" }]);
    void this.updateComplete.then(() => [...this.renderRoot.querySelectorAll<HTMLElement>(".pair input")].at(-2)?.focus());
  }

  #change(properties: DraftProperty[]): void {
    this.session.test({ draft: { ...this.state.testing.draft, properties } });
  }

  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        gap: var(--space-3);
      }

      h2 {
        margin-top: var(--space-2);
        font-size: var(--size-body);
      }

      .grid {
        display: grid;
        gap: var(--space-2);
      }

      label {
        display: grid;
        grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
        align-items: center;
        gap: var(--space-2);
      }

      .field {
        width: 100%;
        min-width: 0;
        min-height: 2rem;
        padding: 0 var(--space-2);
      }

      .field:read-only {
        background: var(--surface-sunken);
      }

      .pair {
        display: grid;
        grid-template-columns: minmax(0, 2fr) minmax(0, 3fr) auto;
        align-items: center;
        gap: var(--space-2);
      }

      .pair .button {
        width: 1.75rem;
        min-height: 1.75rem;
      }

      summary {
        width: fit-content;
        font-weight: 650;
        cursor: pointer;
      }

      details .grid {
        margin: var(--space-2) 0;
      }
    `,
  ];
}

/** Where the contact has a property that rules ask for, under whichever of its names; -1 if it does not. */
function placeOf(draft: Draft, { name, aliases }: RuleProperty): number {
  const names = [name, ...aliases].map(plain);
  return draft.properties.findIndex((one) => names.includes(plain(one.name)) || (one.internal !== undefined && plain(one.internal) === plain(name)));
}
