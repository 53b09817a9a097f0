/** Rulesets to start from. In: which. Out: its text, fetched when it is asked for. Their names in the user's language, the page knows. */

export type TemplateId = "inbound" | "saas" | "ecommerce" | "account-based" | "empty";

const texts: Readonly<Record<TemplateId, () => Promise<{ default: string }>>> = {
  inbound: () => import("../../samples/inbound.json?raw"),
  saas: () => import("../../samples/saas.json?raw"),
  ecommerce: () => import("../../samples/ecommerce.json?raw"),
  "account-based": () => import("../../samples/account-based.json?raw"),
  empty: () => import("../../samples/empty.json?raw"),
};

/** In the order in which they are offered. */
export const templateIds: readonly TemplateId[] = ["inbound", "saas", "ecommerce", "account-based", "empty"];

export async function templateText(id: TemplateId): Promise<string> {
  return (await texts[id]()).default;
}
