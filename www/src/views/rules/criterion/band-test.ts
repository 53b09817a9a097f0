/** A test of a band: of which score or matrix, and which bands. In: the path of the test. Out: edits there. */
import { html, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { faultList, faultStyles, isWrong } from "../../../components/fault-list.ts";
import type { Filter } from "../../../editing/document.ts";
import { controls } from "../../../styles/controls.ts";
import { t } from "../../../text/language.ts";
import { bandSets } from "../bands/sets.ts";
import { choiceStyles, choices } from "./choices.ts";
import { partStyles } from "./part-styles.ts";
import { RulePart } from "./rule-part.ts";

const ways = ["is_any_of", "is_none_of"] as const;

@customElement("band-test")
export class BandTest extends RulePart {
  override render(): TemplateResult {
    const test = this.read<Filter>() ?? {};
    const sets = bandSets(this.session.editor.document.bands);
    const set = sets.find(({ id }) => id === test.band);
    const way = "is_none_of" in test ? "is_none_of" : "is_any_of";
    const asked: readonly unknown[] = Array.isArray(test[way]) ? (test[way] as unknown[]) : [test[way]];
    // What is asked for and is no band of the set any more stays, to be seen and taken out.
    const labels: (string | null)[] = [...new Set([...(set?.labels ?? []), ...asked.filter((label) => typeof label === "string")]), null];
    const faults = this.faults("band");
    return html`
      <div class="fields">
        <label class="stacked">
          <span class="label">${t("test-band")}</span>
          <select class="field" ?disabled=${this.isFrozen} aria-invalid=${isWrong(faults)} @change=${this.#onSet}>
            ${set === undefined ? html`<option value="" selected disabled>${typeof test.band === "string" ? test.band : ""}</option>` : ""}
            ${sets.map(({ id, label }) => html`<option value=${id} ?selected=${id === test.band}>${this.labelOf(label, "score")}</option>`)}
          </select>
          ${faultList(faults)}
        </label>
        <label class="stacked">
          <span class="label">${t("test-operator")}</span>
          <select class="field" ?disabled=${this.isFrozen} @change=${(event: Event) => this.#onWay(way, (event.target as HTMLSelectElement).value, asked)}>
            ${ways.map((one) => html`<option value=${one} ?selected=${one === way}>${t("operator", { operator: one })}</option>`)}
          </select>
        </label>
        ${choices(
          t("test-bands"),
          labels.map((label) => ({ label: label ?? t("band-none"), checked: asked.includes(label) })),
          { isFrozen: this.isFrozen, onToggle: (index) => this.#toggle(way, asked, labels, index) },
        )}
      </div>
      ${faultList(this.faults(way), "labels")} ${faultList(this.faultsBeside(["band", ...ways]), "others")}
    `;
  }

  #onSet(event: Event): void {
    const set = bandSets(this.session.editor.document.bands).find(({ id }) => id === (event.target as HTMLSelectElement).value);
    if (set !== undefined) this.choose([], { band: set.id, is_any_of: [set.labels[0] ?? null] }, "condition");
  }

  #onWay(from: string, to: string, asked: readonly unknown[]): void {
    if (from === to) return;
    this.chooseAll([[[from], undefined], [[to], asked]], "condition");
  }

  /** In the order of the set. */
  #toggle(way: string, asked: readonly unknown[], labels: readonly (string | null)[], index: number): void {
    const wanted = (one: string | null, at: number): boolean => (at === index ? !asked.includes(one) : asked.includes(one));
    this.choose([way], labels.filter(wanted), "condition");
  }

  static override styles = [controls, faultStyles, partStyles, choiceStyles];
}
