/** The looks of dialogs. */
import { css } from "lit";

export const dialogStyles = css`
  dialog {
    width: min(32rem, calc(100vw - 2rem));
    max-height: calc(100dvh - 2rem);
    padding: var(--space-5);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface-card);
    color: var(--text);
    box-shadow: var(--shadow-high);
  }

  dialog::backdrop {
    background: rgb(10 13 20 / 45%);
  }

  dialog form,
  dialog .content {
    display: grid;
    gap: var(--space-4);
  }

  dialog .answers {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: var(--space-2);
  }
`;
