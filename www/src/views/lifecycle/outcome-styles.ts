/** How the numbers beside the stages look. */
import { css } from "lit";

export const outcomeStyles = css`
  :host {
    display: block;
    min-width: 0;
    padding-bottom: var(--space-4);
  }

  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-4);
    padding: var(--space-4);
  }

  .headline {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: var(--space-2);
  }

  .headline div {
    display: flex;
    flex-direction: column-reverse;
    justify-content: flex-end;
    min-width: 0;
    padding: var(--space-2) var(--space-3);
    border-radius: var(--radius-small);
    background: var(--surface-sunken);
  }

  .headline .figure,
  .headline .zero {
    font-size: var(--size-title);
    font-weight: 650;
    line-height: 1.4;
    text-align: left;
  }

  .zero {
    color: var(--text-quiet);
  }

  .figure {
    min-width: 1.5rem;
    min-height: 1.5rem;
    padding: 0;
    border: 0;
    border-radius: 2px;
    background: none;
    color: var(--accent);
    font-weight: 600;
    text-decoration: underline;
    text-decoration-color: color-mix(in srgb, currentcolor 40%, transparent);
    text-underline-offset: 3px;
    cursor: pointer;
  }

  .figure:hover {
    text-decoration-color: currentcolor;
  }

  h3 {
    margin-bottom: var(--space-1);
  }

  .set li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto 3.25rem;
    align-items: center;
    gap: var(--space-2);
    min-height: 1.75rem;
  }

  .set li > :last-child:nth-child(2) {
    grid-column: 2 / span 2;
  }

  .set .funnel li {
    grid-template-columns: minmax(0, 11.5rem) minmax(2rem, 1fr) 2.75rem 3.25rem;
  }

  .set .part {
    padding-left: var(--space-3);
  }

  .set .hint {
    display: block;
    min-height: 0;
    padding-bottom: var(--space-1);
  }

  .bar {
    position: relative;
    height: 0.75rem;
    border-radius: 2px;
    background: var(--surface-sunken);
  }

  .bar span {
    position: absolute;
    inset: 0 auto 0 0;
    width: calc(var(--part) * 100%);
    border-radius: 2px;
    background: var(--accent-solid);
    transition: width 160ms;
  }

  .bar i {
    position: absolute;
    top: -2px;
    bottom: -2px;
    left: calc(var(--before) * 100%);
    width: 2px;
    background: var(--text);
  }

  .change {
    font-weight: 550;
    white-space: nowrap;
  }

  summary {
    width: fit-content;
    color: var(--accent);
    line-height: 1.75rem;
    cursor: pointer;
  }

  table {
    width: 100%;
    border-collapse: collapse;
    font-size: var(--size-small);
  }

  th {
    color: var(--text-quiet);
    font-weight: 550;
    text-align: left;
  }

  th.number {
    text-align: right;
  }

  td,
  th {
    padding: var(--space-1) var(--space-2) var(--space-1) 0;
    border-bottom: 1px solid var(--line);
  }

  .faulty,
  .missing {
    padding: var(--space-1) var(--space-3);
    border-radius: var(--radius-small);
    background: var(--caution-soft);
    color: var(--caution);
    overflow-wrap: anywhere;
  }
`;
