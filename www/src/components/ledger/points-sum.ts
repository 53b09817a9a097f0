/** How the points of a score add up, line by line: what was met, what decay took, and what each limit took away. In: a score of a ledger. */
import type { LedgerScore } from "leadscore";
import { t } from "../../text/language.ts";
import { difference, limit, sum } from "../../text/points.ts";

export interface SumLine {
  text: string;
  points: number;
}

/** The lines; their points add up to the score's. */
export function sumLines({ groups, before_limit, points, limit: bounds }: LedgerScore): SumLine[] {
  const criteria = groups.flatMap((group) => group.criteria).filter(({ enabled }) => enabled);
  const raw = sum(criteria.map(({ raw_points }) => raw_points));
  const decay = sum(criteria.map(({ raw_points, after_decay }) => difference(raw_points, after_decay)));
  const lines: SumLine[] = [{ text: t("ledger-sum-raw"), points: raw }];
  if (decay !== 0) lines.push({ text: t("ledger-sum-decay"), points: decay });
  for (const { id, label, after_decay, points: given, limit: own } of criteria) {
    const taken = difference(after_decay, given);
    if (taken !== 0) lines.push({ text: t("ledger-sum-criterion", { criterion: label || id, limit: limit(own ?? {}) }), points: taken });
  }
  for (const { id, label, before_limit: before, points: given, limit: own } of groups) {
    const taken = difference(before, given);
    if (taken !== 0) lines.push({ text: t("ledger-sum-group", { group: label || id, limit: limit(own ?? {}) }), points: taken });
  }
  const taken = difference(before_limit, points);
  if (taken !== 0) lines.push({ text: t("ledger-score-limit", { limit: limit(bounds ?? {}) }), points: taken });
  return lines;
}
