/** How the chart of a journey looks: the line over the stages, what happened on it. */
import { css } from "lit";

export const chartStyles = css`
  :host {
    display: grid;
    grid-template: 12rem auto auto / 2.5rem minmax(0, 1fr);
    row-gap: var(--space-1);
    padding-top: var(--space-3);
  }

  .scale {
    position: relative;
  }

  .scale span {
    position: absolute;
    top: var(--y);
    right: var(--space-2);
    line-height: 1;
    translate: 0 -50%;
    font-variant-numeric: tabular-nums;
  }

  .plot {
    position: relative;
    min-width: 0;
    touch-action: pan-y;
    cursor: crosshair;
  }

  svg {
    width: 100%;
    height: 100%;
    overflow: visible;
  }

  .mark svg {
    width: 0.75rem;
    height: 0.75rem;
  }

  line,
  path {
    fill: none;
    vector-effect: non-scaling-stroke;
  }

  .grid {
    stroke: var(--line);
    stroke-width: 1px;
  }

  .threshold {
    stroke: var(--line-control);
    stroke-width: 1px;
    stroke-dasharray: 4 4;
  }

  .line {
    stroke: var(--accent-solid);
    stroke-width: 2px;
    stroke-linejoin: round;
  }

  .other {
    stroke: var(--line-control);
    stroke-width: 1.25px;
  }

  .events {
    stroke: var(--text-quiet);
    stroke-width: 1.5px;
  }

  .name {
    position: absolute;
    top: var(--y);
    left: var(--space-1);
    max-width: 60%;
    padding: 0 2px;
    border-radius: 2px;
    background: color-mix(in srgb, var(--surface-card) 80%, transparent);
    color: var(--text-quiet);
    line-height: 1.2;
    translate: 0 -100%;
    pointer-events: none;
  }

  .cursor {
    position: absolute;
    inset: 0 auto 0 var(--x);
    width: 1px;
    background: var(--text-quiet);
    pointer-events: none;
  }

  .point,
  .mark {
    position: absolute;
    top: var(--y);
    left: var(--x);
    translate: -50% -50%;
    pointer-events: none;
  }

  .point {
    width: 0.625rem;
    height: 0.625rem;
    border: 2px solid var(--surface-card);
    border-radius: 50%;
    background: var(--text);
  }

  .mark {
    display: grid;
    place-items: center;
    width: 0.625rem;
    height: 0.625rem;
    border: 2px solid var(--surface-card);
    border-radius: 50%;
    background: var(--text-quiet);
  }

  .mark.stage {
    width: 0.75rem;
    height: 0.75rem;
    border-radius: 2px;
    background: var(--accent-solid);
    rotate: 45deg;
  }

  .mark.told {
    width: 1.25rem;
    height: 1.25rem;
    background: var(--good);
    color: var(--surface-card);
  }

  .ribbon,
  .axis {
    position: relative;
    grid-column: 2;
    height: 1.5rem;
    overflow: hidden;
  }

  .ribbon:empty {
    display: none;
  }

  .ribbon span {
    position: absolute;
    left: var(--x);
    width: max(2px, calc(var(--width) - 1px));
    height: 1.5rem;
    border-left: 2px solid var(--accent-solid);
    background: color-mix(in srgb, var(--accent-soft) calc(30% + var(--rank) * 70%), var(--surface-sunken));
    line-height: 1.5rem;
    text-indent: var(--space-1);
  }

  .axis span {
    position: absolute;
    left: var(--x);
    translate: -50% 0;
    white-space: nowrap;
  }

  @media (width < 45rem) {
    :host {
      grid-template-rows: 9rem;
    }

    .axis span:nth-child(even) {
      display: none;
    }
  }
`;
