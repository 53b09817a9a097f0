/** How the view of stages, lists and workflows is laid out: what can be changed, and beside it what that would do; on smaller screens below. */
import { css } from "lit";

export const viewStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
  }

  .layout {
    flex: 1;
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr) minmax(19rem, 24rem);
    gap: var(--space-4);
    min-height: 0;
  }

  .main {
    display: grid;
    align-content: start;
    gap: var(--space-4);
    min-width: 0;
    padding-bottom: var(--space-4);
    overflow: auto;
  }

  .side {
    min-width: 0;
    min-height: 0;
    overflow: auto;
  }

  /* What is unseen in them scrolls with them. */
  .main,
  .side {
    position: relative;
  }

  section {
    min-width: 0;
  }

  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 var(--space-3);
    padding: var(--space-2) var(--space-2) var(--space-2) var(--space-4);
  }

  header .quiet {
    font-weight: 450;
  }

  .none {
    padding: 0 var(--space-4) var(--space-4);
  }

  li {
    border-top: 1px solid var(--line);
  }

  .size {
    display: grid;
    gap: 0;
    justify-items: end;
    line-height: 1.25;
    min-height: 2.25rem;
    min-width: 2.5rem;
    padding: 0 var(--space-2);
    font-variant-numeric: tabular-nums;
  }

  .size .quiet {
    font-weight: 450;
  }

  section > .faults {
    padding: 0 var(--space-4) var(--space-3);
  }

  .settings {
    border-top: 1px solid var(--line);
    padding: var(--space-2) var(--space-4) var(--space-3);
  }

  .settings summary {
    width: fit-content;
    border-radius: 2px;
    color: var(--accent);
    font-weight: 550;
    line-height: 2rem;
    cursor: pointer;
  }

  .settings lifecycle-settings {
    padding-top: var(--space-2);
  }

  .locked {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2);
    padding: var(--space-2) var(--space-3);
    border-radius: var(--radius-small);
    background: var(--caution-soft);
    color: var(--caution);
  }

  .link {
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    text-decoration: underline;
    cursor: pointer;
  }

  .undo {
    position: sticky;
    bottom: 0;
    display: flex;
    align-items: center;
    justify-self: center;
    gap: var(--space-2);
    max-width: 100%;
    padding: var(--space-1) var(--space-1) var(--space-1) var(--space-4);
    box-shadow: var(--shadow-high);
  }

  .beginning {
    display: grid;
    justify-items: center;
    gap: var(--space-3);
    max-width: 40rem;
    margin: var(--space-7) auto;
    padding: var(--space-6) var(--space-5);
    text-align: center;
  }

  .answers {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: var(--space-2);
    margin-top: var(--space-2);
  }

  @media (width < 62rem) {
    .layout {
      display: block;
      overflow: auto;
    }

    .main,
    .side {
      overflow: visible;
    }

    .main {
      grid-template-columns: minmax(0, 1fr);
    }

    .beginning {
      margin: var(--space-4) auto;
    }
  }
`;
