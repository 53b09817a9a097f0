/**
 * The ruleset's text, in CodeMirror. In: the editor of the ruleset, and the diagnostics of its text. Both ways at once: what is typed here is a
 * step of the ruleset, and every step made elsewhere shows here. Undo is the ruleset's, so CodeMirror keeps no history of its own.
 */
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, indentWithTab } from "@codemirror/commands";
import { json } from "@codemirror/lang-json";
import { bracketMatching, foldGutter, foldKeymap, indentOnInput } from "@codemirror/language";
import { lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { Annotation, Compartment, EditorState, type Extension } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers } from "@codemirror/view";
import type { Diagnostic } from "leadscore";
import type { Editor, EditorChange } from "../../editing/editor.ts";
import { difference } from "../../library/edits.ts";
import { codeTheme } from "./code-theme.ts";
import { completion, explanations, type KnownNames } from "./completion.ts";
import { typingOver } from "./typing-over.ts";

/** What came from the ruleset is not to go back to it. */
const fromRuleset = Annotation.define<true>();

export class CodeEditor {
  readonly view: EditorView;
  readonly #editor: Editor;
  readonly #phrases = new Compartment();

  constructor(root: ShadowRoot, parent: HTMLElement, editor: Editor, names: () => KnownNames) {
    this.#editor = editor;
    this.view = new EditorView({ root, parent, state: EditorState.create({ doc: editor.text, extensions: this.#extensions(names) }) });
    editor.addEventListener("change", this.#onRuleset);
  }

  destroy(): void {
    this.#editor.removeEventListener("change", this.#onRuleset);
    this.view.destroy();
  }

  /** The words of CodeMirror's own panels, and what the whole is called. */
  say(phrases: Record<string, string>, label: string): void {
    const attributes = EditorView.contentAttributes.of({ "aria-label": label, spellcheck: "false", tabindex: "0" });
    this.view.dispatch({ effects: this.#phrases.reconfigure([EditorState.phrases.of(phrases), attributes]) });
  }

  mark(diagnostics: readonly Diagnostic[], text: (diagnostic: Diagnostic) => string): void {
    const { length } = this.view.state.doc;
    const marked = diagnostics.flatMap((diagnostic) => {
      const { severity, place } = diagnostic;
      if (place === undefined || place.offset > length) return [];
      const to = Math.min(place.offset + Math.max(place.length, 1), length);
      return [{ from: Math.min(place.offset, to), to, severity, message: text(diagnostic) }];
    });
    this.view.dispatch(setDiagnostics(this.view.state, marked));
  }

  /** Puts the cursor on a part of the text, in sight. */
  select({ offset, length }: { offset: number; length: number }): void {
    const end = this.view.state.doc.length;
    const [anchor, head] = [Math.min(offset, end), Math.min(offset + length, end)];
    this.view.dispatch({ selection: { anchor, head }, effects: EditorView.scrollIntoView(anchor, { y: "center" }) });
    this.view.focus();
  }

  #onRuleset = (event: Event): void => {
    const text = this.#editor.text;
    const changes = difference(this.view.state.doc.toString(), text).map(({ offset, removed, inserted }) => ({
      from: offset,
      to: offset + removed.length,
      insert: inserted,
    }));
    if (changes.length === 0) return;
    // Another ruleset begins at its top; what is undone is shown.
    const cause = (event as EditorChange).cause;
    const shows = cause === "undo" || cause === "redo";
    const [first] = changes;
    const selection = shows && first ? { anchor: first.from } : undefined;
    this.view.dispatch({ changes, ...(selection ? { selection, scrollIntoView: true } : {}), annotations: fromRuleset.of(true) });
  };

  #extensions(names: () => KnownNames): Extension[] {
    const undo = { preventDefault: true, stopPropagation: true };
    return [
      // As the text is written: CodeMirror would turn every line break into one of its own.
      EditorState.lineSeparator.of("\n"),
      lineNumbers(),
      foldGutter(),
      highlightActiveLine(),
      highlightActiveLineGutter(),
      drawSelection(),
      indentOnInput(),
      bracketMatching(),
      closeBrackets(),
      typingOver,
      highlightSelectionMatches(),
      search({ top: true }),
      json(),
      lintGutter(),
      autocompletion({ override: [completion(names)], icons: false }),
      explanations,
      codeTheme,
      this.#phrases.of([]),
      keymap.of([
        { key: "Mod-z", run: () => (this.#editor.undo(), true), ...undo },
        { key: "Mod-Shift-z", run: () => (this.#editor.redo(), true), ...undo },
        { key: "Mod-y", run: () => (this.#editor.redo(), true), ...undo },
        ...closeBracketsKeymap,
        ...completionKeymap,
        ...searchKeymap,
        ...foldKeymap,
        ...lintKeymap,
        ...defaultKeymap,
        indentWithTab,
      ]),
      EditorView.updateListener.of((update) => {
        if (!update.docChanged || update.transactions.some((transaction) => transaction.annotation(fromRuleset))) return;
        this.#editor.replace(update.state.doc.toString(), { key: "step-json" }, { group: "json" });
      }),
    ];
  }
}
