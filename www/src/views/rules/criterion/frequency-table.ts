/**
 * Points by the number of occurrences: ranges with their points, and the numbers between them that give none. In: the path of the list. Out:
 * edits there.
 */
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { faultList, faultStyles } from "../../../components/fault-list.ts";
import { icons } from "../../../components/icons.ts";
import "../../../components/number-field.ts";
import type { NumberEvent } from "../../../components/number-field.ts";
import { pointer, type FrequencyRange } from "../../../editing/document.ts";
import { controls } from "../../../styles/controls.ts";
import { t } from "../../../text/language.ts";
import { partStyles } from "./part-styles.ts";
import { RulePart } from "./rule-part.ts";

const keys = ["from", "to", "points"] as const;
const most = 200;

@customElement("frequency-table")
export class FrequencyTable extends RulePart {
  override render(): TemplateResult {
    const ranges = this.#ranges();
    return html`
      <div role="group" class="table" aria-label=${t("frequency-title")}>
        <div class="line heads label" aria-hidden="true">${keys.map((key) => html`<span>${t("frequency-key", { key })}</span>`)}<span></span></div>
        ${ranges.slice(0, most).map((range, index) => this.#range(range, index, ranges))}
      </div>
      <div class="adders">
        <button class="button plain small" type="button" ?disabled=${this.isFrozen} @click=${this.#add}>${icons.plus}${t("frequency-add")}</button>
      </div>
      ${faultList(this.#ofList())}
    `;
  }

  #ranges(): readonly FrequencyRange[] {
    const ranges = this.read<FrequencyRange[]>();
    return Array.isArray(ranges) ? ranges.map((range) => (range !== null && typeof range === "object" ? range : {})) : [];
  }

  #ofList() {
    const place = pointer(this.path);
    return this.state.diagnostics.filter(({ path }) => path === place);
  }

  #range(range: FrequencyRange, index: number, ranges: readonly FrequencyRange[]): TemplateResult {
    const gap = gapBefore(range, ranges);
    const own = pointer([...this.path, index]);
    const faults = this.faults(index).filter(({ path }) => !keys.some((key) => path === `${own}/${key}`));
    return html`
      ${gap === undefined ? nothing : html`<p class="gap small">${icons.warning}${t("frequency-gap", { from: gap[0], to: gap[1] })}</p>`}
      <div class="line" role="group" aria-label=${t("frequency-range", { number: index + 1 })}>
        ${keys.map(
          (key) => html`<number-field
            bare
            .label=${t("frequency-key", { key })}
            .value=${range[key]}
            .faults=${this.faults(index, key)}
            .disabled=${this.isFrozen}
            @number=${(event: NumberEvent) => this.write([index, key], event.number, "event")}
          ></number-field>`,
        )}
        <button class="button icon plain" type="button" ?disabled=${this.isFrozen} aria-label=${t("frequency-remove", { number: index + 1 })} @click=${() => this.choose([index], undefined, "event")}>${icons.bin}</button>
      </div>
      ${faultList(faults, `faults-${index}`)}
    `;
  }

  #add(): void {
    const ranges = this.#ranges();
    const last = ranges.at(-1);
    const from = (last?.to ?? last?.from ?? 0) + 1;
    const ended = last !== undefined && last.to === undefined && last.from !== undefined ? [[[ranges.length - 1, "to"], last.from] as const] : [];
    this.chooseAll([...ended, [[ranges.length], { from, points: last?.points ?? 0 }]], "event");
  }

  static override styles = [
    controls,
    faultStyles,
    partStyles,
    css`
      .line {
        display: grid;
        grid-template-columns: repeat(3, minmax(3rem, 6rem)) 2.25rem;
        align-items: start;
        gap: var(--space-2);
        padding: 2px 0;
      }

      number-field {
        --number-width: 100%;
      }

      .gap {
        display: flex;
        align-items: center;
        gap: var(--space-1);
        color: var(--caution);
      }
    `,
  ];
}

/** The numbers between a range and the one that ends next below it; they give nothing. */
function gapBefore({ from }: FrequencyRange, ranges: readonly FrequencyRange[]): [number, number] | undefined {
  if (typeof from !== "number") return undefined;
  let end = 0;
  for (const other of ranges) {
    if (typeof other.from !== "number" || other.from >= from) continue;
    end = Math.max(end, other.to ?? Infinity);
  }
  return end > 0 && end + 1 < from ? [end + 1, from - 1] : undefined;
}
