/**
 * Dragging lines by pointer. The library listens at the document, where events from inside shadow roots name the outermost host as their target: before
 * it sees one, the event is told what it is really about.
 */
import { draggable, dropTargetForElements, monitorForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { combine } from "@atlaskit/pragmatic-drag-and-drop/combine";
import type { Edge } from "./dropping.ts";

const kinds = ["dragstart", "dragenter", "dragover", "dragleave", "drop", "dragend"] as const;
const known = '[draggable="true"], [data-drop-target-for-element]';

function seeInside(event: Event): void {
  const inner = event.composedPath().find((one) => one instanceof Element && one.matches(known));
  if (inner !== undefined) Object.defineProperty(event, "target", { value: inner, configurable: true });
}

/** While anything is listening, drag events are seen from inside shadow roots. */
export function seeInsideShadowRoots(): () => void {
  for (const kind of kinds) window.addEventListener(kind, seeInside, { capture: true });
  return () => {
    for (const kind of kinds) window.removeEventListener(kind, seeInside, { capture: true });
  };
}

/** Makes a line movable by its grip, and a place to drop others at. */
export function makeMovable(line: HTMLElement, grip: HTMLElement | null, key: () => string): () => void {
  const target = dropTargetForElements({
    element: line,
    getData: ({ input }) => {
      const { top, height } = line.getBoundingClientRect();
      return { key: key(), edge: input.clientY < top + height / 2 ? "before" : "after" };
    },
  });
  if (grip === null) return target;
  const source = draggable({
    element: grip,
    getInitialData: () => ({ key: key() }),
    onGenerateDragPreview: ({ nativeSetDragImage, location }) => {
      const { left, top } = line.getBoundingClientRect();
      nativeSetDragImage?.(line, location.initial.input.clientX - left, location.initial.input.clientY - top);
    },
  });
  return combine(target, source);
}

interface Watcher {
  /** Over which half of which line; undefined over none. */
  onOver: (source: string, over: string | undefined, edge: Edge) => void;
  onDrop: (source: string, dropped: boolean) => void;
}

/** Tells what is dragged where, and scrolls at the edges of what scrolls. */
export function watchDragging(scroller: () => HTMLElement | null, { onOver, onDrop }: Watcher): () => void {
  let frame = 0;
  let pointer = 0;
  const scroll = (): void => {
    const element = scroller();
    if (element !== null) element.scrollTop += scrollStep(element.getBoundingClientRect(), pointer);
    frame = requestAnimationFrame(scroll);
  };
  return monitorForElements({
    canMonitor: ({ source }) => typeof source.data["key"] === "string",
    onDragStart: ({ location }) => {
      pointer = location.current.input.clientY;
      frame = requestAnimationFrame(scroll);
    },
    onDrag: ({ source, location }) => {
      pointer = location.current.input.clientY;
      const over = location.current.dropTargets[0]?.data;
      onOver(String(source.data["key"]), over === undefined ? undefined : String(over["key"]), over?.["edge"] === "after" ? "after" : "before");
    },
    onDrop: ({ source, location }) => {
      cancelAnimationFrame(frame);
      onDrop(String(source.data["key"]), location.current.dropTargets.length > 0);
    },
  });
}

const margin = 56;
const fastest = 14;

/** How far to scroll in a frame: the nearer to an edge, the further. */
function scrollStep({ top, bottom }: DOMRect, y: number): number {
  if (y < top + margin) return -Math.ceil((Math.min(top + margin - y, margin) / margin) * fastest);
  if (y > bottom - margin) return Math.ceil((Math.min(y - bottom + margin, margin) / margin) * fastest);
  return 0;
}
