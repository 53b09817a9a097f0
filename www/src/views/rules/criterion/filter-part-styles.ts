/** How the parts of a filter look: tests as lines, groups as boxes with a rail. */
import { css } from "lit";

export const filterPartStyles = css`
  .test {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: var(--space-2);
    padding: var(--space-2) 0;
  }

  .group {
    display: grid;
    gap: var(--space-2);
    padding: var(--space-2) var(--space-3) var(--space-3);
    border: 1px solid var(--line);
    border-left: 3px solid var(--accent);
    border-radius: var(--radius-small);
    background: color-mix(in srgb, var(--surface-sunken) 45%, transparent);
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-2);
  }

  .head .field {
    font-weight: 550;
  }

  .side {
    display: flex;
    align-items: center;
    align-self: start;
    justify-content: flex-end;
    gap: var(--space-1);
    min-height: 2rem;
  }

  .test .side {
    padding-top: 1.125rem;
  }

  .parts > li + li {
    border-top: 1px solid var(--line);
  }

  .parts > li > filter-part {
    padding: 2px 0;
  }

  /* Beside the tree there is as little room as on a telephone. */
  @container (width < 34rem) {
    .test {
      grid-template-columns: minmax(0, 1fr);
    }

    .test .side {
      padding-top: 0;
    }

    .group {
      padding: var(--space-2);
    }
  }
`;
