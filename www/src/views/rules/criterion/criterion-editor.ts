/** Everything about one criterion, to be changed: what it tests, its points, its decay and limits, and what is wrong with it. */
import { css, html, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { SessionElement } from "../../../components/page-element.ts";
import type { Path } from "../../../editing/document.ts";
import { controls } from "../../../styles/controls.ts";

@customElement("criterion-editor")
export class CriterionEditor extends SessionElement {
  /** Where the criterion stands in the ruleset. */
  @property({ attribute: false }) path: Path = [];

  override render(): TemplateResult {
    return html``;
  }

  static override styles = [controls, css``];
}
