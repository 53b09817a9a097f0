/** What happened to a contact, in words. In: a happening of the package, and the ruleset's document, for labels. Out: a sentence in the page's language. */
import type { Happening } from "leadscore";
import { list, type RulesetDocument } from "../editing/document.ts";
import { clip } from "./clip.ts";
import { isolated } from "./isolated.ts";
import { t } from "./language.ts";
import { propertyLabels } from "./property-labels.ts";

export function happeningText(happening: Happening, document: RulesetDocument): string {
  const value = (written: string | null): string => (written === null ? t("happening-none") : isolated(clip(written, 80)));
  const stage = (id: string | null): string => (id === null ? t("happening-none") : isolated(stageName(document, id)));
  const property = (name: string): string => isolated(propertyLabels(document)(name));
  switch (happening.kind) {
    case "stage_changed":
      return t("happening-stage", { from: stage(happening.from), to: stage(happening.to) });
    case "stage_kept":
      return t("happening-kept", { from: stage(happening.from), to: stage(happening.to), reason: happening.reason });
    case "property_set":
      return t("happening-set", { property: property(happening.property), from: value(happening.from), to: value(happening.to) });
    case "property_cleared":
      return t("happening-cleared", { property: property(happening.property), from: value(happening.from) });
    case "enrolled":
      return t("happening-enrolled", { workflow: workflowName(document, happening.workflow) });
    case "unenrolled":
      return t("happening-unenrolled", { workflow: workflowName(document, happening.workflow), reason: happening.reason });
    case "notified":
      return t("happening-notified", { channel: isolated(clip(happening.channel, 80)) });
    case "called_back":
      return t("happening-called-back", { name: isolated(clip(happening.name, 80)) });
  }
}

/** The label of a stage; a value that is no stage as it is. */
export function stageName(document: RulesetDocument, id: string): string {
  return clip(list(document.lifecycle?.stages).find((stage) => stage.id === id)?.label || id, 80);
}

function workflowName(document: RulesetDocument, id: string): string {
  return isolated(clip(list(document.workflows).find((workflow) => workflow.id === id)?.label || id, 80));
}
