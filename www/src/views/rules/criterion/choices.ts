/** Several things to choose from, each with a check box: bands, stages. In: their names, and which are chosen. Out: which one was turned. */
import { css, html, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";

export interface Choice {
  label: string;
  checked: boolean;
}

export function choices(legend: string, all: readonly Choice[], { isFrozen, onToggle }: { isFrozen: boolean; onToggle: (index: number) => void }): TemplateResult {
  return html`<fieldset class="choices" ?disabled=${isFrozen}>
    <legend class="label">${legend}</legend>
    ${all.map(
      ({ label, checked }, index) => html`<label class="check"><input type="checkbox" .checked=${live(checked)} @change=${() => onToggle(index)} />${label}</label>`,
    )}
  </fieldset>`;
}

export const choiceStyles = css`
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--space-3);
    margin: 0;
    padding: 0;
    border: 0;
  }

  .choices legend {
    padding: 0;
  }
`;
