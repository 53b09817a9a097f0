/** How the table of points by value looks. */
import { css } from "lit";

export const valueTableStyles = css`
  :host {
    container-type: inline-size;
    display: grid;
    gap: var(--space-3);
  }

  .property {
    max-width: 20rem;
  }

  .filling {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-2) var(--space-4);
    padding: var(--space-2) var(--space-3);
    border-radius: var(--radius-small);
    background: var(--accent-soft);
  }

  .filling number-field {
    --number-width: 4.5rem;
  }

  .arranging {
    align-items: center;
  }

  .arranging input {
    flex: 0 1 14rem;
  }

  .table {
    display: grid;
    gap: 2px;
  }

  .row {
    display: grid;
    grid-template-columns: minmax(6rem, 1fr) 6rem 7.5rem auto;
    align-items: center;
    gap: 0 var(--space-2);
    content-visibility: auto;
    contain-intrinsic-size: auto 2.375rem;
  }

  .row number-field {
    --number-width: 100%;
  }

  .taken {
    grid-column: 1 / -1;
    color: var(--bad);
  }

  .adder {
    max-width: 24rem;
    margin-top: var(--space-1);
  }

  @container (width < 30rem) {
    .row {
      grid-template-columns: minmax(5rem, 1fr) 4.5rem auto;
    }

    .occurs {
      grid-row: 2;
      grid-column: 1 / 3;
      text-align: left;
    }
  }
`;
