/** A version of the ruleset as the on-site embed reads it. */
import { LeadscoreError, publish } from "leadscore";
import type { Workbench } from "../workbench.ts";

/** The text of `ruleset.json`; null if the version has errors, which an older version of this page may not have known. */
export async function publishedText(_: Workbench, { ruleset }: { ruleset: string }): Promise<string | null> {
  try {
    return await publish(ruleset);
  } catch (error) {
    if (error instanceof LeadscoreError && error.code === "invalid_ruleset") return null;
    throw error;
  }
}
