/** What a line of the tree asks for; the view knows which line it is from. */

export type LineWish =
  | { what: "open" }
  | { what: "fold" }
  | { what: "toggle" }
  | { what: "points"; points: number }
  | { what: "rename"; label: string | undefined }
  | { what: "menu"; at: DOMRect }
  | { what: "add"; at: DOMRect }
  | { what: "focus" };

export class LineEvent extends Event {
  readonly wish: LineWish;

  constructor(wish: LineWish) {
    super("line", { bubbles: true, composed: true });
    this.wish = wish;
  }
}
