/**
 * What the elements that edit a part of the ruleset have in common: they stand at a path, read there, write there as one step to undo, and
 * know what is wrong there.
 */
import { property } from "lit/decorators.js";
import type { Diagnostic } from "leadscore";
import { SessionElement } from "../../../components/page-element.ts";
import { pointer, type Path } from "../../../editing/document.ts";
import type { Label } from "../../../editing/editor.ts";
import type { LabelOf } from "../../../text/filter-sentences.ts";
import { propertyLabels } from "../../../text/property-labels.ts";

export abstract class RulePart extends SessionElement {
  /** Where the part stands in the ruleset. */
  @property({ attribute: false }) path: Path = [];

  /** While the text is no JSON, its parts can be read only. */
  protected get isFrozen(): boolean {
    return this.session.editor.fault !== undefined;
  }

  protected get labelOf(): LabelOf {
    return propertyLabels(this.session.editor.document, this.state.contacts?.report.columns);
  }

  protected read<T>(...below: Path): T | undefined {
    return this.session.editor.read([...this.path, ...below]) as T | undefined;
  }

  /** What a step is called in the list of steps; `what` says what was changed. */
  protected stepLabel(what: string): Label {
    return { key: "step-criterion", args: { what } };
  }

  /** Writes while somebody types. */
  protected write(below: Path, value: unknown, what: string): void {
    const path = [...this.path, ...below];
    this.session.editor.set(path, value, this.stepLabel(what), { group: pointer(path) });
  }

  /** Writes what is chosen, as a step of its own. */
  protected choose(below: Path, value: unknown, what: string): void {
    this.chooseAll([[below, value]], what);
  }

  protected chooseAll(changes: readonly (readonly [Path, unknown])[], what: string): void {
    const placed = changes.map(([below, value]) => [[...this.path, ...below], value] as const);
    this.session.editor.setAll(placed, this.stepLabel(what));
  }

  /** What is wrong or suspect at a place, or below it. */
  protected faults(...below: Path): Diagnostic[] {
    const place = pointer([...this.path, ...below]);
    return this.state.diagnostics.filter(({ path }) => path === place || path.startsWith(`${place}/`));
  }

  /** What is wrong or suspect here and is not shown at one of the fields, which have these keys. */
  protected faultsBeside(fields: readonly string[]): Diagnostic[] {
    const here = pointer(this.path);
    const known = new Set(fields);
    return this.state.diagnostics.filter(({ path }) => {
      if (path === here) return true;
      if (!path.startsWith(`${here}/`)) return false;
      const [key = ""] = path.slice(here.length + 1).split("/");
      return !known.has(key.replaceAll("~1", "/").replaceAll("~0", "~"));
    });
  }
}
