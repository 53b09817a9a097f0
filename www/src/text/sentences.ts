/** Rules in words, all in one place for those who show them: what criteria and filters test, what ledgers found, what things are called. */
export { criterionSentence } from "./criterion-sentences.ts";
export { evidenceSentence, missingSentence, type About } from "./evidence-sentences.ts";
export { eventLabel, eventName, filterSentence, type LabelOf } from "./filter-sentences.ts";
export { propertyLabels } from "./property-labels.ts";
