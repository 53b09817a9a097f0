/** Puts the page together: one worker, one session, one element. */
import { LeadscorePage } from "./components/leadscore-page.ts";
import { Session } from "./session/session.ts";
import { applyTheme, storedTheme } from "./session/theme.ts";
import { ScoringClient } from "./worker/client.ts";

applyTheme(storedTheme());
document.body.prepend(new LeadscorePage(new Session(new ScoringClient(), Date.now())));
