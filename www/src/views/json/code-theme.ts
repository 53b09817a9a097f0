/** The looks of the editor of the ruleset's text, out of the page's tokens. */
import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const theme = EditorView.theme({
  "&": { height: "100%", backgroundColor: "var(--surface-card)", color: "var(--text)", fontSize: "var(--size-small)" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--font-code)", lineHeight: "1.6" },
  ".cm-content": { caretColor: "var(--text)" },
  ".cm-cursor": { borderLeftColor: "var(--text)" },
  ".cm-gutters": { backgroundColor: "var(--surface-card)", color: "var(--text-quiet)", border: "0", borderRight: "1px solid var(--line)" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "var(--surface-hover)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": { backgroundColor: "var(--accent-soft)" },
  ".cm-matchingBracket": { backgroundColor: "var(--accent-soft)", outline: "1px solid var(--accent)" },
  ".cm-foldPlaceholder": { backgroundColor: "var(--surface-sunken)", border: "0", color: "var(--text-quiet)" },
  ".cm-panels": { backgroundColor: "var(--surface-sunken)", color: "var(--text)", borderColor: "var(--line)" },
  ".cm-panels button, .cm-panels input": { font: "inherit", color: "inherit" },
  ".cm-textfield": { backgroundColor: "var(--surface-card)", border: "1px solid var(--line-control)", borderRadius: "var(--radius-small)" },
  ".cm-button": { backgroundColor: "var(--surface-card)", backgroundImage: "none", border: "1px solid var(--line-control)", borderRadius: "var(--radius-small)" },
  ".cm-searchMatch": { backgroundColor: "var(--caution-soft)", outline: "1px solid var(--caution)" },
  ".cm-tooltip": { backgroundColor: "var(--surface-card)", color: "var(--text)", border: "1px solid var(--line)", borderRadius: "var(--radius-small)", boxShadow: "var(--shadow-high)", maxWidth: "28rem" },
  ".cm-tooltip-autocomplete > ul > li[aria-selected]": { backgroundColor: "var(--accent-soft)", color: "var(--text)" },
  ".cm-completionInfo, .explanation": { padding: "var(--space-2) var(--space-3)", whiteSpace: "pre-line" },
  ".cm-diagnostic": { padding: "var(--space-2) var(--space-3)", whiteSpace: "pre-line" },
  ".cm-diagnostic-error": { borderLeftColor: "var(--bad)" },
  ".cm-diagnostic-warning": { borderLeftColor: "var(--caution)" },
  // CodeMirror's own marks are pictures in data: addresses, which the page's policy does not let in.
  ".cm-lint-marker": { width: "0.5em", height: "0.5em", margin: "0.5em auto", borderRadius: "50%" },
  ".cm-lint-marker-error": { content: "normal", backgroundColor: "var(--bad)" },
  ".cm-lint-marker-warning": { content: "normal", backgroundColor: "var(--caution)" },
  ".cm-lintRange-error": { backgroundImage: "none", textDecoration: "underline wavy var(--bad)", textUnderlineOffset: "3px" },
  ".cm-lintRange-warning": { backgroundImage: "none", textDecoration: "underline wavy var(--caution)", textUnderlineOffset: "3px" },
});

const highlighting = syntaxHighlighting(
  HighlightStyle.define([
    { tag: tags.propertyName, color: "var(--accent)" },
    { tag: tags.string, color: "var(--good)" },
    { tag: [tags.number, tags.bool, tags.null], color: "var(--caution)" },
    { tag: [tags.punctuation, tags.separator, tags.bracket], color: "var(--text-quiet)" },
    { tag: tags.invalid, color: "var(--bad)" },
  ]),
);

export const codeTheme = [theme, highlighting];
