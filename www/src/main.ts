/** Puts the page together: one worker, one session, one element, in the reader's language. */
import { LeadscorePage } from "./components/leadscore-page.ts";
import { Session } from "./session/session.ts";
import { applyTheme, storedTheme } from "./session/theme.ts";
import { preferredLanguage, useLanguage } from "./text/language.ts";
import { ScoringClient } from "./worker/client.ts";

applyTheme(storedTheme());
await useLanguage(preferredLanguage());
document.body.prepend(new LeadscorePage(new Session(new ScoringClient(), () => Date.now())));
