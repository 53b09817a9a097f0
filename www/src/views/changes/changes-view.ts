import { css, html, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { SessionElement } from "../../components/page-element.ts";
import { controls } from "../../styles/controls.ts";

@customElement("changes-view")
export class ChangesView extends SessionElement {
  override render(): TemplateResult {
    return html``;
  }

  static override styles = [controls, css``];
}
