/** A test of the stage of the lifecycle: which stages, and whether none is one of them. In: the path of the test. Out: edits there. */
import { html, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { faultList, faultStyles } from "../../../components/fault-list.ts";
import { list, type Filter } from "../../../editing/document.ts";
import { controls } from "../../../styles/controls.ts";
import { t } from "../../../text/language.ts";
import { choiceStyles, choices } from "./choices.ts";
import { partStyles } from "./part-styles.ts";
import { RulePart } from "./rule-part.ts";

@customElement("stage-test")
export class StageTest extends RulePart {
  override render(): TemplateResult {
    const { stage } = this.read<Filter>() ?? {};
    const asked: readonly unknown[] = Array.isArray(stage) ? stage : [stage];
    const stages = list(this.session.editor.document.lifecycle?.stages).map(({ id = "", label }) => ({ id, label: label || id }));
    // A stage may be named by its label too; what is asked for and is none stays, to be seen and taken out.
    const isNamed = (one: { id: string; label: string }): boolean => asked.some((name) => typeof name === "string" && [one.id, one.label].some((own) => own.toLowerCase() === name.trim().toLowerCase()));
    const known = new Set(stages.flatMap(({ id, label }) => [id.toLowerCase(), label.toLowerCase()]));
    const gone = asked.filter((name): name is string => typeof name === "string" && !known.has(name.trim().toLowerCase()));
    const all: { id: string | null; label: string; checked: boolean }[] = [
      ...stages.map((one) => ({ ...one, checked: isNamed(one) })),
      ...gone.map((id) => ({ id, label: id, checked: true })),
      { id: null, label: t("outcome-rest", { what: "without" }), checked: asked.includes(null) },
    ];
    return html`
      ${choices(t("test-stage"), all, { isFrozen: this.isFrozen, onToggle: (index) => this.#toggle(all, index) })}
      ${faultList(this.faults("stage"))} ${faultList(this.faultsBeside(["stage"]), "others")}
    `;
  }

  #toggle(all: readonly { id: string | null; checked: boolean }[], index: number): void {
    const named = all.filter(({ checked }, at) => (at === index ? !checked : checked)).map(({ id }) => id);
    this.choose(["stage"], named.length === 1 ? named[0] : named, "condition");
  }

  static override styles = [controls, faultStyles, partStyles, choiceStyles];
}
