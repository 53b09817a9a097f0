/** Puts the page together: one worker, one library of rulesets, one session, one element, in the reader's language. */
import { Editor } from "./editing/editor.ts";
import { keepInstalled } from "./platform/installation.ts";
import { Rulesets } from "./session/rulesets.ts";
import { Session } from "./session/session.ts";
import { applyTheme, storedTheme } from "./session/theme.ts";
import { LeadscorePage } from "./shell/leadscore-page.ts";
import { UpdateNote } from "./shell/update-note.ts";
import { preferredLanguage, useLanguage } from "./text/language.ts";
import { ScoringClient } from "./worker/client.ts";

const now = (): number => Date.now();

applyTheme(storedTheme());
const editor = new Editor(now);
const [rulesets] = await Promise.all([Rulesets.start(editor, now), useLanguage(preferredLanguage())]);
const session = new Session(new ScoringClient(), editor, rulesets, now);
await session.resume(location, history);
// A link that is put into the address of the open page loads nothing anew.
window.addEventListener("hashchange", () => void session.follow(location, history));
document.body.prepend(new LeadscorePage(session));
void keepInstalled((reload) => {
  const note = new UpdateNote();
  note.addEventListener("reload", reload);
  document.body.append(note);
});
