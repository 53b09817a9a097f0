/** CodeMirror's own words in the page's language, by what it calls them. */
import { t } from "../../text/language.ts";

export function codePhrases(): Record<string, string> {
  return {
    Find: t("code-find"),
    Replace: t("code-replace-with"),
    next: t("code-next"),
    previous: t("code-previous"),
    all: t("code-all"),
    "match case": t("code-match-case"),
    "by word": t("code-by-word"),
    regexp: t("code-regexp"),
    replace: t("code-replace"),
    "replace all": t("code-replace-all"),
    close: t("code-close"),
    "current match": t("code-current"),
    "on line": t("code-on-line"),
    "replaced match on line $": t("code-replaced", { line: "$" }),
    "replaced $ matches": t("code-replaced-all", { count: "$" }),
    "Go to line": t("code-go-to-line"),
    go: t("code-go"),
    "Folded lines": t("code-folded"),
    "Unfolded lines": t("code-unfolded"),
    to: t("code-to"),
    "folded code": t("code-folded-code"),
    unfold: t("code-unfold"),
    "Fold line": t("code-fold"),
    "Unfold line": t("code-unfold"),
    Completions: t("code-completions"),
    Diagnostics: t("code-diagnostics"),
    "No diagnostics": t("code-no-diagnostics"),
    "Control character": t("code-control"),
    "Selection deleted": t("code-deleted"),
  };
}
