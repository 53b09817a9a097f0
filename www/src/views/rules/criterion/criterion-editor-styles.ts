/** How the form of a criterion looks. */
import { css } from "lit";

export const editorStyles = css`
  .editor {
    display: grid;
    gap: var(--space-4);
    min-width: 0;
  }

  section {
    display: grid;
    gap: var(--space-4);
    min-width: 0;
  }

  .name {
    flex: 1 1 14rem;
  }

  .name input,
  textarea {
    width: 100%;
  }

  textarea.field {
    padding: var(--space-2) var(--space-3);
    background: var(--surface-card);
    color: inherit;
    font: inherit;
    resize: vertical;
  }

  .kinds {
    display: flex;
    flex-wrap: wrap;
    gap: 2px;
    width: fit-content;
    max-width: 100%;
    margin: 0;
    padding: 2px;
    border: 0;
    border-radius: var(--radius-small);
    background: var(--surface-sunken);
  }

  .kind {
    position: relative;
    cursor: pointer;
  }

  .kind input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }

  .kind span {
    display: block;
    padding: 0 var(--space-3);
    border-radius: var(--radius-small);
    line-height: 2rem;
  }

  .kind input:checked + span {
    background: var(--surface-raised);
    box-shadow: var(--shadow);
    font-weight: 600;
  }

  .kind input:focus-visible + span {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
  }

  summary {
    width: fit-content;
    border-radius: 2px;
    color: var(--accent);
    font-weight: 550;
    line-height: 1.75rem;
    cursor: pointer;
  }

  .more {
    display: grid;
    gap: var(--space-4);
    padding-top: var(--space-2);
  }

  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    justify-content: space-between;
    gap: var(--space-2) var(--space-4);
  }

  .id {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2);
  }

  .id .field {
    width: 11rem;
    min-height: 1.75rem;
    padding: 0 var(--space-2);
  }

  .id .faults {
    flex-basis: 100%;
  }
`;
