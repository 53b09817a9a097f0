/** How a combobox and its list look. */
import { css } from "lit";

export const comboStyles = css`
  :host {
    display: block;
    min-width: 0;
  }

  .label {
    display: block;
    margin-bottom: 2px;
    color: var(--text-quiet);
    font-size: var(--size-small);
  }

  input {
    display: block;
    width: 100%;
    min-width: 0;
  }

  input::placeholder {
    color: var(--text-quiet);
  }

  [popover] {
    position: fixed;
    inset: auto;
    margin: 0;
    padding: 0;
    overflow: hidden;
    border: 1px solid var(--line);
    border-radius: var(--radius-small);
    background: var(--surface-card);
    color: var(--text);
    box-shadow: var(--shadow-high);
  }

  [role="listbox"] {
    max-height: var(--most, 320px);
    overflow: auto;
    overscroll-behavior: contain;
  }

  [role="listbox"]:focus-visible {
    outline-offset: -2px;
  }

  .option {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-3);
    height: 44px;
    padding: 0 var(--space-3);
    cursor: pointer;
  }

  .option:hover {
    background: var(--surface-hover);
  }

  .option[aria-selected="true"] {
    background: var(--accent-soft);
    color: var(--accent);
    box-shadow: inset 3px 0 var(--accent);
  }

  .name {
    display: grid;
    min-width: 0;
  }

  .detail,
  .count,
  .others {
    color: var(--text-quiet);
    font-size: var(--size-small);
  }

  .detail {
    line-height: 1.3;
  }

  .others {
    padding: var(--space-2) var(--space-3);
    border-top: 1px solid var(--line);
  }
`;
