/**
 * What is wrong or suspect in a ruleset, in words. In: a diagnostic of the package, whose own text is English. Out: a sentence in the page's
 * language, and the package's text as detail where that says more.
 */
import type { Diagnostic } from "leadscore";
import { language, t } from "./language.ts";

type Worded = Pick<Diagnostic, "code" | "message" | "help">;

/** One sentence: in English the package's own, which names what it found. */
export function diagnosticText(diagnostic: Worded): string {
  return language() === "en" ? packageText(diagnostic) : t("diagnostic", { code: diagnostic.code });
}

/** The package's text, in English, where the sentence is not that already. */
export function diagnosticDetail(diagnostic: Worded): string | undefined {
  return language() === "en" ? undefined : packageText(diagnostic);
}

function packageText({ code, message, help }: Worded): string {
  const said = message.trim() || t("diagnostic", { code });
  const [first = ""] = said;
  const sentence = first.toUpperCase() + said.slice(first.length);
  return help === undefined ? sentence : `${sentence}; ${help}`;
}
