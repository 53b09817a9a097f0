/** How the forms of criteria and filters look. */
import { css } from "lit";

export const partStyles = css`
  :host {
    display: block;
    min-width: 0;
  }

  .fields {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    gap: var(--space-2) var(--space-3);
  }

  .fields > * {
    min-width: 0;
  }

  label.stacked,
  .stacked {
    display: block;
    min-width: 0;
  }

  .stacked > .label,
  .label {
    display: block;
    margin-bottom: 2px;
    color: var(--text-quiet);
    font-size: var(--size-small);
  }

  select.field,
  textarea.field,
  input.field {
    max-width: 100%;
  }

  .check {
    display: inline-flex;
    align-items: center;
    gap: var(--space-2);
    min-height: 1.75rem;
    cursor: pointer;
  }

  .check input {
    flex: none;
    width: 1rem;
    height: 1rem;
    margin: 0;
    accent-color: var(--accent-solid);
  }

  .adders {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-1);
  }

  .adders .button {
    min-height: 1.875rem;
    padding: 0 var(--space-2);
  }

  .meeting {
    color: var(--text-quiet);
    font-size: var(--size-small);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
`;
