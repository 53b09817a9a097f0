/** A band as a tag, coloured by its rank. A contact outside all bands gets a dash. */
import { html, css, type TemplateResult } from "lit";
import { t } from "../text/language.ts";
import type { BandSet, Tone } from "../worker/protocol.ts";

export function bandTag(label: string | null | undefined, tone: Tone): TemplateResult {
  return label === null || label === undefined
    ? html`<span class="band-none"><span aria-hidden="true">–</span><span class="unseen">${t("band-none")}</span></span>`
    : html`<span class="band ${tone}">${label}</span>`;
}

export function toneOf(sets: readonly BandSet[], set: string, label: string | null | undefined): Tone {
  return sets.find(({ id }) => id === set)?.bands.find((band) => band.label === label)?.tone ?? "none";
}

export const bandTagStyles = css`
  .band {
    display: inline-block;
    max-width: 8rem;
    padding: 0 var(--space-2);
    overflow: hidden;
    border-radius: var(--radius-round);
    background: var(--surface-sunken);
    color: var(--text-quiet);
    font-size: var(--size-small);
    font-weight: 600;
    line-height: 1.25rem;
    text-overflow: ellipsis;
    white-space: nowrap;
    vertical-align: middle;
  }

  .band.high {
    background: var(--good-soft);
    color: var(--good);
  }

  .band.middle {
    background: var(--accent-soft);
    color: var(--accent);
  }

  .band-none {
    color: var(--text-quiet);
  }
`;
