/** A version of the ruleset as the on-site embed reads it. */
import { LeadscoreError, publish } from "leadscore";
import type { Workbench } from "../workbench.ts";

export interface PublishedTexts {
  /** What scores visitors. */
  readonly rules: string;
  /** The same with lists, lifecycle and workflows; nothing if there are none. */
  readonly withLifecycle: string | undefined;
}

/** The texts of `ruleset.json`; null if the version has errors, which an older version of this page may not have known. */
export async function publishedTexts(_: Workbench, { ruleset }: { ruleset: string }): Promise<PublishedTexts | null> {
  try {
    const [rules, withLifecycle] = [await publish(ruleset), await publish(ruleset, { lifecycle: true })];
    return { rules, withLifecycle: withLifecycle === rules ? undefined : withLifecycle };
  } catch (error) {
    if (error instanceof LeadscoreError && error.code === "invalid_ruleset") return null;
    throw error;
  }
}
