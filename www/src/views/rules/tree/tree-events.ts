/** What the tree tells the view around it. */

/** Another line is to be shown beside the tree, or none. */
export class ChosenEvent extends Event {
  readonly key: string | undefined;
  /** Whether the keyboard goes there too. */
  readonly enter: boolean;

  constructor(key: string | undefined, enter: boolean) {
    super("chosen", { bubbles: true, composed: true });
    this.key = key;
    this.enter = enter;
  }
}

/** Something to tell those who cannot see it. */
export class NewsEvent extends Event {
  readonly text: string;

  constructor(text: string) {
    super("news", { bubbles: true, composed: true });
    this.text = text;
  }
}

/** A line is gone, and can be had back. */
export class DeletedEvent extends Event {
  readonly key: string;
  readonly lineName: string;

  constructor(key: string, lineName: string) {
    super("deleted", { bubbles: true, composed: true });
    this.key = key;
    this.lineName = lineName;
  }
}
