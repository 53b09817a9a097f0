/**
 * Which rows of a long list are to be drawn, and where. All rows have one height, so this is arithmetic. It is done here because
 * browsers cut off elements of some ten million pixels, which is what a few hundred thousand rows come to: beyond that the scroll bar
 * stands for the whole list in proportion.
 */

/** Below what any browser can do. */
const tallest = 12_000_000;

export interface RowWindow {
  /** The height of what is scrolled. */
  height: number;
  /** The first row to be drawn, and the one after the last. */
  from: number;
  to: number;
  /** Where the first of them begins, from the top of what is scrolled. */
  top: number;
}

export interface Scrolled {
  rows: number;
  rowHeight: number;
  /** Of the part that can be seen. */
  viewHeight: number;
  scrollTop: number;
}

const spare = 6;

export function rowWindow({ rows, rowHeight, viewHeight, scrollTop }: Scrolled): RowWindow {
  const whole = rows * rowHeight;
  const height = Math.min(whole, tallest);
  const offset = scrollTop * scale(whole, height, viewHeight);
  const from = Math.max(0, Math.floor(offset / rowHeight) - spare);
  const to = Math.min(rows, Math.ceil((offset + viewHeight) / rowHeight) + spare);
  return { height, from, to, top: from * rowHeight - offset + scrollTop };
}

/** Where to scroll so that a row is in sight; as little as possible. */
export function scrollTopFor(row: number, { rows, rowHeight, viewHeight, scrollTop }: Scrolled): number {
  const whole = rows * rowHeight;
  const factor = scale(whole, Math.min(whole, tallest), viewHeight);
  const offset = scrollTop * factor;
  if (row * rowHeight < offset) return (row * rowHeight) / factor;
  if ((row + 1) * rowHeight > offset + viewHeight) return ((row + 1) * rowHeight - viewHeight) / factor;
  return scrollTop;
}

function scale(whole: number, height: number, viewHeight: number): number {
  return height === whole || height <= viewHeight ? 1 : (whole - viewHeight) / (height - viewHeight);
}
