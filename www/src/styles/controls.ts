/** Looks that components share: what a button, a field, a link or a panel is. */
import { css } from "lit";

export const controls = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  [hidden] {
    display: none !important;
  }

  h1,
  h2,
  h3,
  h4,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
  }

  ul,
  ol {
    list-style: none;
  }

  h2 {
    font-size: var(--size-large);
    font-weight: 650;
    line-height: 1.3;
  }

  h3 {
    font-size: var(--size-body);
    font-weight: 650;
    line-height: 1.4;
  }

  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }

  svg {
    display: block;
    flex: none;
    width: 1rem;
    height: 1rem;
  }

  button,
  .button,
  select,
  input {
    font: inherit;
    color: inherit;
  }

  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--space-2);
    min-height: var(--control-height);
    padding: 0 var(--space-3);
    border: 1px solid var(--line-control);
    border-radius: var(--radius-small);
    background: var(--surface-card);
    font-weight: 550;
    white-space: nowrap;
    cursor: pointer;
    transition: background-color 120ms;
  }

  .button:hover {
    background: var(--surface-hover);
  }

  .button:disabled {
    opacity: 0.55;
    cursor: default;
  }

  .button.primary {
    border-color: transparent;
    background: var(--accent-solid);
    color: var(--on-accent);
  }

  .button.primary:hover {
    background: var(--accent-solid-hover);
  }

  .button.plain {
    border-color: transparent;
    background: none;
    color: var(--accent);
  }

  .button.plain:hover {
    background: var(--surface-hover);
  }

  .button.icon {
    flex: none;
    width: var(--control-height);
    padding: 0;
  }

  /* A file input behind its label, so that it looks like a button and works by keyboard. */
  .button:has(input[type="file"]) {
    position: relative;
    overflow: hidden;
  }

  .button:has(input[type="file"]:focus-visible) {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }

  input[type="file"] {
    position: absolute;
    inset: 0;
    opacity: 0;
    cursor: pointer;
    font-size: 0;
  }

  /* Choices side by side, of which one holds. */
  .segments {
    display: flex;
    flex: none;
    align-self: start;
    margin: 0;
    padding: 2px;
    border: 0;
    border-radius: var(--radius-small);
    background: var(--surface-sunken);
  }

  .segments label {
    position: relative;
    padding: 0.1875rem var(--space-3);
    border-radius: calc(var(--radius-small) - 2px);
    color: var(--text-quiet);
    font-weight: 550;
    cursor: pointer;
  }

  .segments label:has(:checked) {
    background: var(--surface-raised);
    color: var(--text);
    box-shadow: var(--shadow);
  }

  .segments label:has(:focus-visible) {
    outline: 2px solid var(--accent);
  }

  .field {
    min-height: var(--control-height);
    padding: 0 var(--space-3);
    border: 1px solid var(--line-control);
    border-radius: var(--radius-small);
    background: var(--surface-card);
  }

  select.field {
    padding-right: var(--space-2);
  }

  .card {
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface-card);
    box-shadow: var(--shadow);
  }

  .quiet {
    color: var(--text-quiet);
  }

  .small {
    font-size: var(--size-small);
  }

  .number {
    font-variant-numeric: tabular-nums;
    text-align: right;
  }

  .code {
    font-family: var(--font-code);
    font-size: var(--size-small);
  }

  .cut {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation-duration: 0.01ms !important;
      animation-iteration-count: 1 !important;
      transition-duration: 0.01ms !important;
      scroll-behavior: auto !important;
    }
  }
`;
