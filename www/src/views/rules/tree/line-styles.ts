/** How lines of the tree look, whatever they are of. */
import { css } from "lit";

export const lineStyles = css`
  :host {
    position: relative;
    display: grid;
    align-items: center;
    column-gap: var(--space-2);
    padding: 0 var(--space-2);
    cursor: default;
  }

  :host([hidden]) {
    display: none;
  }

  :host(:hover) {
    background: var(--surface-hover);
  }

  :host([aria-selected="true"]) {
    background: var(--accent-soft);
  }

  .handle {
    grid-area: handle;
  }

  .title {
    grid-area: title;
  }

  .toggle {
    grid-area: switch;
    display: flex;
  }

  .more {
    grid-area: menu;
  }

  .sentence {
    grid-area: sentence;
  }

  .finding {
    grid-area: finding;
    color: var(--caution);
  }

  .finding.error {
    color: var(--bad);
  }

  .met {
    grid-area: met;
  }

  .sum {
    grid-area: sum;
    color: var(--text-quiet);
    font-size: var(--size-small);
  }

  .points {
    grid-area: points;
    justify-self: end;
  }

  .grip {
    display: grid;
    place-items: center;
    width: 1rem;
    height: 1.75rem;
    color: var(--text-quiet);
    opacity: 0.35;
    cursor: grab;
  }

  :host(:hover) .grip {
    opacity: 1;
  }

  .small-button {
    display: grid;
    place-items: center;
    width: 1.75rem;
    height: 1.75rem;
    padding: 0;
    border: 0;
    border-radius: var(--radius-small);
    background: none;
    color: var(--text-quiet);
    cursor: pointer;
  }

  .small-button:hover {
    background: var(--surface-sunken);
    color: var(--text);
  }

  .field.rename {
    flex: 1;
    width: 100%;
    min-width: 4rem;
    min-height: 1.75rem;
    padding: 0 var(--space-2);
  }

  .tag {
    flex: none;
    padding: 0 var(--space-2);
    border-radius: var(--radius-round);
    background: var(--surface-sunken);
    color: var(--text-quiet);
    font-size: var(--size-small);
    white-space: nowrap;
  }

  .switch {
    position: relative;
    width: 1.75rem;
    height: 1.5rem;
    padding: 0;
    border: 0;
    border-radius: var(--radius-small);
    background: none;
    cursor: pointer;
  }

  .switch::before {
    content: "";
    position: absolute;
    inset: 0.3125rem 0.125rem;
    border-radius: var(--radius-round);
    background: var(--line-control);
    transition: background-color 120ms;
  }

  .switch::after {
    content: "";
    position: absolute;
    top: 0.4375rem;
    left: 0.25rem;
    width: 0.625rem;
    height: 0.625rem;
    border-radius: 50%;
    background: var(--surface-card);
    transition: translate 120ms;
  }

  .switch[aria-checked="true"]::before {
    background: var(--accent-solid);
  }

  .switch[aria-checked="true"]::after {
    translate: 0.625rem 0;
  }

  .switch:disabled {
    cursor: default;
    opacity: 0.6;
  }

  @media (forced-colors: active) {
    .switch::before {
      border: 1px solid ButtonText;
    }

    .switch::after {
      background: ButtonText;
    }
  }
`;
