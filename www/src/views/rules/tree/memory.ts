/** What the view of the rules remembers while another view is shown, until the page is closed. */
import type { Session } from "../../../session/session.ts";

export interface Memory {
  /** The keys of lines whose content is folded away. */
  folded: Set<string>;
  /** The key of the line that is open beside the tree. */
  selected: string | undefined;
  /** The last wish to show a part of the ruleset that was fulfilled. */
  revealed: number;
}

const memories = new WeakMap<Session, Memory>();

export function memoryOf(session: Session): Memory {
  const known = memories.get(session) ?? { folded: new Set(), selected: undefined, revealed: 0 };
  memories.set(session, known);
  return known;
}
