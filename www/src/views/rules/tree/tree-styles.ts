/** How the tree looks: a card for each score, quiet lines in it. */
import { css } from "lit";

export const treeStyles = css`
  :host {
    display: block;
    overflow-y: auto;
    overflow-x: clip;
    container-type: inline-size;
    scrollbar-width: thin;
  }

  .tree {
    display: grid;
    gap: var(--space-4);
  }

  .score {
    min-width: 0;
    overflow: clip;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface-card);
    box-shadow: var(--shadow);
  }

  heading-line[kind="group"],
  side-line[aria-level="2"],
  .bands {
    border-top: 1px solid var(--line);
  }

  heading-line[kind="group"] {
    background: color-mix(in srgb, var(--surface-sunken) 45%, var(--surface-card));
  }

  heading-line[kind="group"]:hover {
    background: var(--surface-hover);
  }

  heading-line[aria-selected="true"],
  heading-line[aria-selected="true"]:hover {
    background: var(--accent-soft);
  }

  criterion-line {
    border-top: 1px solid color-mix(in srgb, var(--line) 60%, transparent);
  }

  .bands {
    position: relative;
  }

  [role="row"]:focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: -2px;
    border-radius: var(--radius-small);
  }

  line-block {
    display: block;
    content-visibility: auto;
    contain-intrinsic-block-size: auto calc(var(--lines) * 2.5rem);
  }

  line-block:not([drawn]) {
    height: calc(var(--lines) * 2.5rem);
  }

  [data-drop]::before {
    content: "";
    position: absolute;
    z-index: 1;
    inset: 0 0 auto;
    height: 2px;
    background: var(--accent);
  }

  [data-drop="after"]::before {
    inset: auto 0 0;
  }

  .shown {
    background: var(--accent-soft);
    animation: shown 1.8s ease-out;
  }

  @keyframes shown {
    from {
      box-shadow: inset 0 0 0 2px var(--accent);
    }
  }

  @container (width < 46rem) {
    line-block {
      contain-intrinsic-block-size: auto calc(var(--lines) * 4rem);
    }

    line-block:not([drawn]) {
      height: calc(var(--lines) * 4rem);
    }
  }
`;
