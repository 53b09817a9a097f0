/** The looks of the view of changes: what was changed in the rules beside what that does, or below it where there is no room. */
import { css } from "lit";

export const viewStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
  }

  .page {
    display: flex;
    flex: 1 1 0;
    flex-direction: column;
    gap: var(--space-4);
    min-height: 0;
    overflow: auto;
  }

  .choice {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--space-3);
  }

  .side {
    display: grid;
    flex: 0 1 22rem;
    gap: 2px;
    min-width: 0;
  }

  .side label {
    color: var(--text-quiet);
    font-size: var(--size-small);
  }

  .side select {
    width: 100%;
  }

  .caution {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    min-height: var(--control-height);
    color: var(--caution);
  }

  .panes {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(20rem, 28rem);
    align-items: start;
    gap: var(--space-4);
    padding-bottom: var(--space-4);
  }

  .effects,
  .rules {
    display: grid;
    gap: var(--space-4);
    min-width: 0;
  }

  .rules .card,
  .effects > .card {
    display: grid;
    gap: var(--space-2);
    min-width: 0;
    padding: var(--space-4);
  }

  .effects > .movers {
    padding: 0;
  }

  .movers header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2) var(--space-3);
    padding: var(--space-3) var(--space-4) 0;
  }

  .gap {
    flex: 1;
  }

  .by {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    min-width: 0;
  }

  .by select {
    max-width: 14rem;
  }

  .chip {
    max-width: 100%;
    min-height: 1.75rem;
    padding: 0 var(--space-2);
    border-color: transparent;
    border-radius: var(--radius-round);
    background: var(--accent-soft);
    color: var(--accent);
  }

  .chip svg {
    width: 0.75rem;
    height: 0.75rem;
  }

  .none {
    padding: 0 var(--space-4) var(--space-3);
  }

  .empty {
    display: grid;
    gap: var(--space-2);
    padding: var(--space-5);
  }

  dialog {
    width: min(64rem, calc(100vw - 2rem));
    padding: 0;
    overflow: hidden;
  }

  dialog[open] {
    display: flex;
    flex-direction: column;
  }

  both-ledgers {
    flex: 1;
  }

  @media (width < 62rem) {
    .panes {
      grid-template-columns: minmax(0, 1fr);
    }
  }

  @media (width < 45rem) {
    .side {
      flex-basis: 100%;
    }
  }
`;
