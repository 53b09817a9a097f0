/** What a ruleset without stages can begin with. In: the editor. Out: stages, lists and a workflow of its first score, as one step. */
import { list, type ContactList, type Lifecycle, type Workflow } from "../../editing/document.ts";
import type { Editor } from "../../editing/editor.ts";
import { t } from "../../text/language.ts";
import { firstMessage, nameOf } from "./parts.ts";

const marketing = 35;
const sales = 65;

/** The stages as HubSpot names them: by these ids and labels its exports have them. */
const stages = [
  { id: "subscriber", label: "Subscriber" },
  { id: "lead", label: "Lead" },
  { id: "marketingqualifiedlead", label: "Marketing Qualified Lead" },
  { id: "salesqualifiedlead", label: "Sales Qualified Lead" },
  { id: "opportunity", label: "Opportunity" },
  { id: "customer", label: "Customer" },
  { id: "evangelist", label: "Evangelist" },
] as const;

/** The score whose thresholds they would be. */
export function firstScore(editor: Editor): { id: string; name: string } | undefined {
  const score = list(editor.document.scores).find(({ id }) => typeof id === "string" && id !== "");
  return score === undefined ? undefined : { id: score.id ?? "", name: nameOf(score) };
}

/** From 35 points marketing qualified, from 65 sales qualified, and sales hears of it. */
export function useThresholds(editor: Editor, score: string): void {
  const entered: Record<string, number> = { marketingqualifiedlead: marketing, salesqualifiedlead: sales };
  const lifecycle: Lifecycle = {
    property: "lifecyclestage",
    stages: stages.map(({ id, label }) => ({ id, label, ...(entered[id] === undefined ? {} : { enter_when: { score, at_least: entered[id] } }) })),
  };
  const lists: ContactList[] = [
    { id: "mqls", label: t("beginning-list", { list: "mqls" }), when: { score, at_least: marketing, below: sales } },
    { id: "sqls", label: t("beginning-list", { list: "sqls" }), when: { score, at_least: sales } },
    { id: "customers", label: t("beginning-list", { list: "customers" }), when: { stage: ["opportunity", "customer", "evangelist"] } },
  ];
  const workflows: Workflow[] = [
    {
      id: "to_sales",
      label: t("beginning-workflow"),
      enrol_on: "sqls",
      suppress: ["customers"],
      goal: "customers",
      actions: [{ notify: "sales", message: firstMessage(editor.document) }],
    },
  ];
  const changes = [[["lifecycle"], lifecycle] as const, [["lists"], lists] as const, [["workflows"], workflows] as const];
  editor.setAll(changes, { key: "step-add", args: { name: t("view", { view: "lifecycle" }) } });
}
