/**
 * The contact under test: one of the list, or one that was made up. It lives as long as the page is open and is written nowhere: not in a link,
 * not in the browser's storage.
 */
import type { Draft } from "../worker/draft.ts";

/** How a contact comes to be tested. */
export const testWays = ["pick", "paste", "type"] as const;

export type TestWay = (typeof testWays)[number];

export interface Testing {
  readonly way: TestWay;
  /** Who was picked, and where in which arrangement of the list that was, as far as it is known. */
  readonly row: number | undefined;
  readonly position: number | undefined;
  readonly generation: number | undefined;
  /** The contact that was pasted, typed or copied. */
  readonly draft: Draft;
  readonly pasted: string;
}

export const emptyDraft: Draft = { original: 0, id: "", properties: [], events: [], older: 0 };

export const noTesting: Testing = {
  way: "pick",
  row: undefined,
  position: undefined,
  generation: undefined,
  draft: emptyDraft,
  pasted: "",
};
