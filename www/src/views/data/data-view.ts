/** What the loads of contacts and events turned out to hold. */
import { css, html, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { SessionElement } from "../../components/page-element.ts";
import { controls } from "../../styles/controls.ts";
import "./load-report.ts";

@customElement("data-view")
export class DataView extends SessionElement {
  override render(): TemplateResult {
    return html`<load-report></load-report>`;
  }

  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
      }

      load-report {
        flex: 1 1 0;
        min-height: 0;
      }
    `,
  ];
}
