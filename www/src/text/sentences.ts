/** What criteria and filters test, as sentences. In: their documents, which may be faulty. Out: text in the page's language. */
import type { Criterion, Filter } from "../editing/document.ts";

export function criterionSentence(criterion: Criterion): string {
  return filterSentence(criterion.when ?? {});
}

export function filterSentence(filter: Filter): string {
  return filter.property ?? filter.event ?? "";
}
