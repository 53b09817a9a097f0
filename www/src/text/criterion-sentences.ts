/** What criteria test, as sentences. In: their documents, which may be faulty, and names for properties. Out: text in the page's language. */
import { kindOf, list, type Criterion } from "../editing/document.ts";
import { clip } from "./clip.ts";
import { asWritten, capitalised, eventsPhrase, filterSentence, listing, named, value, type LabelOf } from "./filter-sentences.ts";
import { t } from "./language.ts";
import { signedPoints } from "./points.ts";

const mostListed = 4;

/** What the criterion tests; how many points it gives is said beside it, unless it gives several. */
export function criterionSentence(criterion: Criterion, labelOf: LabelOf = asWritten): string {
  if (criterion === null || typeof criterion !== "object") return capitalised(t("sentence-unfinished"));
  const kind = kindOf(criterion);
  if (kind === "condition") return filterSentence(criterion.when, labelOf);
  return capitalised(kind === "by_value" ? byValue(criterion, labelOf) : byEvent(criterion));
}

/** `by Industry: Software +10, Gambling −10 and 7 more; otherwise +0.5`. */
function byValue({ property, values, default: otherwise }: Criterion, labelOf: LabelOf): string {
  const entries = Object.entries(values !== null && typeof values === "object" ? values : {});
  const rated = entries.map(([one, points]) => () => t("sentence-rated", { what: clip(one, 40), points: shownPoints(points) }));
  const name = named(typeof property === "string" ? property : "", labelOf);
  const sentence = rated.length === 0 ? t("sentence-by-nothing", { property: name }) : t("sentence-by-value", { property: name, values: listing(rated, mostListed) });
  return otherwise === undefined || otherwise === 0 ? sentence : t("sentence-otherwise", { sentence, points: shownPoints(otherwise) });
}

/** `each page view within 30 days, once per day, at most 5`. */
function byEvent(criterion: Criterion): string {
  const { frequency, once_per, max_occurrences } = criterion;
  let sentence =
    frequency === undefined
      ? t("sentence-each", { events: eventsPhrase(criterion, 1) })
      : t("sentence-frequency", { events: eventsPhrase(criterion, 2), ranges: frequencyRanges(criterion) });
  if (typeof once_per === "string") {
    sentence = t("sentence-once-per", { sentence, what: once_per === "day" ? "day" : "property", property: t("event-property", { property: once_per, written: clip(once_per, 60) }) });
  }
  return max_occurrences === undefined ? sentence : t("sentence-maximum", { sentence, most: amount(max_occurrences) });
}

/** `1 to 3 times +2, 4 or more times +5`. */
export function frequencyRanges({ frequency }: Criterion): string {
  const ranges = list(frequency).map(({ from, to, points }) => () => {
    const bounds = to === undefined ? "open" : from === to ? "one" : "both";
    return t("sentence-rated", { what: t("sentence-times", { bounds, from: amount(from), to: amount(to) }), points: shownPoints(points) });
  });
  return ranges.length === 0 ? "…" : listing(ranges, mostListed);
}

function amount(given: unknown): string | number {
  return typeof given === "number" ? given : value(given);
}

function shownPoints(points: unknown): string {
  return typeof points === "number" ? signedPoints(points) : value(points);
}
