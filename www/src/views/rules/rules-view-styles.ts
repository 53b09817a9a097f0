/** How the view of the rules is laid out: the tree, and beside it what is open; on smaller screens in its place. */
import { css } from "lit";

export const viewStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-width: 0;
  }

  .layout {
    flex: 1;
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    gap: var(--space-4);
    min-height: 0;
  }

  .main {
    position: relative;
    display: flex;
    flex-direction: column;
    gap: var(--space-3);
    min-width: 0;
    min-height: 0;
  }

  rule-tree {
    flex: 1;
    min-height: 0;
  }

  .toolbar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2);
  }

  .seek {
    position: relative;
    flex: 1 1 12rem;
    max-width: 22rem;
    color: var(--text-quiet);
  }

  .seek svg,
  .seek kbd {
    position: absolute;
    top: 50%;
    translate: 0 -50%;
    pointer-events: none;
  }

  .seek svg {
    left: var(--space-3);
  }

  .seek kbd {
    right: var(--space-3);
    padding: 0 var(--space-1);
    border: 1px solid var(--line);
    border-radius: 3px;
    font: inherit;
    font-size: var(--size-small);
  }

  .seek input:focus ~ kbd,
  .seek input:not(:placeholder-shown) ~ kbd {
    display: none;
  }

  .seek input {
    width: 100%;
    padding: 0 var(--space-2) 0 2.25rem;
    color: var(--text);
  }

  .wishes {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1);
  }

  .wishes:empty {
    display: none;
  }

  .chip {
    min-height: 1.75rem;
    padding: 0 var(--space-3);
    border: 1px solid var(--line-control);
    border-radius: var(--radius-round);
    background: var(--surface-card);
    font-size: var(--size-small);
    cursor: pointer;
  }

  .chip:hover {
    background: var(--surface-hover);
  }

  .chip[aria-pressed="true"] {
    border-color: var(--accent);
    background: var(--accent-soft);
    color: var(--accent);
    font-weight: 600;
  }

  .folds {
    display: flex;
    margin-left: auto;
  }

  .folds .button {
    padding: 0 var(--space-2);
    color: var(--text-quiet);
    font-weight: 450;
  }

  .locked {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2);
    padding: var(--space-2) var(--space-3);
    border-radius: var(--radius-small);
    background: var(--bad-soft);
    color: var(--bad);
  }

  .link {
    min-height: 1.5rem;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    text-decoration: underline;
    cursor: pointer;
  }

  .nothing {
    display: grid;
    justify-items: center;
    gap: var(--space-3);
    padding: var(--space-7) var(--space-4);
    text-align: center;
  }

  .nothing p {
    max-width: 32rem;
  }

  .undo {
    position: absolute;
    z-index: 2;
    right: 0;
    bottom: var(--space-3);
    left: 0;
    display: flex;
    align-items: center;
    gap: var(--space-2);
    width: fit-content;
    max-width: calc(100% - 2 * var(--space-3));
    margin: 0 auto;
    padding: var(--space-1) var(--space-1) var(--space-1) var(--space-4);
    box-shadow: var(--shadow-high);
  }

  .side {
    display: none;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
  }

  .side > header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-2);
    padding: var(--space-3) var(--space-3) var(--space-3) var(--space-4);
    border-bottom: 1px solid var(--line);
  }

  .open {
    flex: 1;
    min-height: 0;
    overflow-y: auto;
    padding: var(--space-4);
    scrollbar-width: thin;
  }

  .chosen .side {
    display: flex;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface-card);
    box-shadow: var(--shadow);
  }

  @media (width < 75rem) {
    .chosen .main {
      display: none;
    }
  }

  @media (width >= 75rem) {
    .chosen,
    .layout:has(live-summary:defined) {
      grid-template-columns: minmax(0, 1fr) minmax(22rem, 27rem);
    }

    .layout:has(live-summary:defined) .side {
      display: flex;
    }
  }

  @media (width < 45rem) {
    .folds {
      margin-left: 0;
    }
  }
`;
