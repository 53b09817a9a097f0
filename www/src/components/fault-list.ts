/**
 * What is wrong or suspect, under the field that it is about. In: diagnostics, and the id by which the field is described by them. Each is
 * said in the page's language, with the package's English beside it.
 */
import type { Diagnostic } from "leadscore";
import { css, html, nothing, type TemplateResult } from "lit";
import { diagnosticDetail, diagnosticText } from "../text/diagnostics.ts";
import { t } from "../text/language.ts";
import { icons } from "./icons.ts";

export type Fault = Pick<Diagnostic, "code" | "severity" | "message" | "help">;

const most = 5;

export function faultList(faults: readonly Fault[], id = "faults"): TemplateResult {
  return shown(
    faults.slice(0, most).map((fault) => ({ severity: fault.severity, text: diagnosticText(fault), detail: diagnosticDetail(fault) })),
    id,
  );
}

/** The same for what the page itself does not take. */
export function complaint(text: string, id = "faults"): TemplateResult {
  return shown([{ severity: "error", text }], id);
}

/** Always there, so that what appears in it is told to those who listen. */
function shown(faults: readonly { severity: Fault["severity"]; text: string; detail?: string | undefined }[], id: string): TemplateResult {
  return html`<ul id=${id} class="faults" aria-live="polite">${faults.map(
    ({ severity, text, detail }) => html`<li class=${severity}>
        ${icons.warning}
        <span>
          <span class="unseen">${t("diagnostic-severity", { severity })}: </span>${text}
          ${detail === undefined ? nothing : html`<span class="detail" lang="en">${detail}</span>`}
        </span>
      </li>`,
  )}</ul>`;
}

/** What `aria-invalid` is to say. */
export function isWrong(faults: readonly Fault[]): "true" | "false" {
  return faults.some(({ severity }) => severity === "error") ? "true" : "false";
}

export const faultStyles = css`
  .faults:empty {
    display: none;
  }

  .faults {
    display: grid;
    gap: var(--space-1);
    margin-top: var(--space-1);
    font-size: var(--size-small);
    line-height: 1.4;
  }

  .faults li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: var(--space-1);
    color: var(--caution);
    overflow-wrap: anywhere;
  }

  .faults li.error {
    color: var(--bad);
  }

  .faults svg {
    width: 0.875rem;
    height: 0.875rem;
    margin-top: 0.125rem;
  }

  .faults .detail {
    display: block;
    color: var(--text-quiet);
  }

  [aria-invalid="true"] {
    border-color: var(--bad);
  }
`;
