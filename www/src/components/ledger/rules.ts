/**
 * What ledgers need of the ruleset in work: the words for its properties, and where a criterion is edited. In: the document and the
 * loaded columns. Out: look-ups by the ids of a ledger.
 */
import type { ColumnReport } from "leadscore";
import { criteriaOf, type Criterion, type Path, type RulesetDocument } from "../../editing/document.ts";
import { propertyLabels } from "../../text/sentences.ts";

/** A criterion by the ids of a ledger; ids of criteria are unique in their score. */
export interface CriterionIds {
  score: string;
  criterion: string;
}

export interface LedgerRules {
  labelOf: (property: string) => string;
  /** The criterion as it is now; none if it is gone. */
  find: (ids: CriterionIds) => { path: Path; criterion: Criterion } | undefined;
}

export const noRules: LedgerRules = { labelOf: (property) => property, find: () => undefined };

let last: { document: RulesetDocument; columns: readonly ColumnReport[] | undefined; rules: LedgerRules } | undefined;

/** The same object as long as nothing changes, so that lines of ledgers are drawn once. */
export function ledgerRules(document: RulesetDocument, columns: readonly ColumnReport[] | undefined): LedgerRules {
  if (last?.document === document && last.columns === columns) return last.rules;
  const placed = new Map<string, { path: Path; criterion: Criterion }>();
  for (const { score, criterion, path } of criteriaOf(document)) placed.set(key({ score: score.id ?? "", criterion: criterion.id ?? "" }), { path, criterion });
  const rules = { labelOf: propertyLabels(document, columns), find: (ids: CriterionIds) => placed.get(key(ids)) };
  last = { document, columns, rules };
  return rules;
}

function key({ score, criterion }: CriterionIds): string {
  return JSON.stringify([score, criterion]);
}

/** Asks whoever shows a ledger to show a criterion where it is edited. */
export class RevealCriterion extends Event {
  static readonly type = "reveal-criterion";
  readonly ids: CriterionIds;

  constructor(ids: CriterionIds) {
    super(RevealCriterion.type, { bubbles: true, composed: true });
    this.ids = ids;
  }
}
