/** The least and the most that something can give, either or both. */
import { css, html, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { SessionElement } from "../../../components/page-element.ts";
import { at, pointer, type Path } from "../../../editing/document.ts";
import { controls } from "../../../styles/controls.ts";
import { t } from "../../../text/language.ts";
import { PointsEvent } from "../points-field.ts";
import "../points-field.ts";

@customElement("limit-fields")
export class LimitFields extends SessionElement {
  /** Of the score or group. */
  @property({ attribute: false }) path: Path = [];
  @property() name = "";

  override render(): TemplateResult {
    return html`<div class="pair">${this.#field("min", t("rules-limit-min"))}${this.#field("max", t("rules-limit-max"))}</div>`;
  }

  #field(end: "min" | "max", label: string): TemplateResult {
    const { editor } = this.session;
    const value = at(editor.read(this.path), ["limit", end]);
    return html`<div>
      <span class="quiet" aria-hidden="true">${label}</span>
      <points-field
        .label=${label}
        optional
        placeholder=${t("rules-no-limit")}
        .value=${typeof value === "number" ? value : undefined}
        ?locked=${editor.fault !== undefined}
        @points=${(event: PointsEvent) => this.#set(end, event.points)}
      ></points-field>
    </div>`;
  }

  /** A limit without ends is none. */
  #set(end: "min" | "max", value: number | undefined): void {
    const { editor } = this.session;
    const path = [...this.path, "limit"];
    const other = at(editor.read(path), [end === "min" ? "max" : "min"]);
    const isNone = value === undefined && other === undefined;
    const options = { group: `limit ${pointer(path)}` };
    editor.set(isNone ? path : [...path, end], value, { key: "step-limit", args: { name: this.name } }, options);
  }

  static override styles = [
    controls,
    css`
      .pair {
        display: grid;
        grid-template-columns: repeat(2, minmax(0, 1fr));
        gap: var(--space-3);
      }

      points-field {
        width: 100%;
        margin-top: var(--space-1);
      }
    `,
  ];
}
