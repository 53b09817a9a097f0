/** What keys mean on a line of the tree, and on the controls in it. */

export type Command =
  | "up"
  | "down"
  | "first"
  | "last"
  | "in"
  | "out"
  | "open"
  | "line"
  | "next-control"
  | "previous-control"
  | "move-up"
  | "move-down"
  | "clone"
  | "mute"
  | "delete"
  | "rename"
  | "menu";

const withoutModifiers: Readonly<Record<string, Command>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowRight: "in",
  ArrowLeft: "out",
  Home: "first",
  End: "last",
  Enter: "open",
  F2: "rename",
  m: "mute",
  M: "mute",
  Delete: "delete",
  Backspace: "delete",
  ContextMenu: "menu",
};

export function commandOnLine(event: KeyboardEvent): Command | undefined {
  const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
  if (altKey && !ctrlKey && !metaKey) return key === "ArrowUp" ? "move-up" : key === "ArrowDown" ? "move-down" : undefined;
  if (ctrlKey || metaKey) return !altKey && key.toLowerCase() === "d" ? "clone" : undefined;
  if (shiftKey && key === "F10") return "menu";
  return shiftKey && key !== "M" ? undefined : withoutModifiers[key];
}

/** On a button in a line: what it does on the line, but for the keys that press it and lead along the line. */
export function commandOnButton(event: KeyboardEvent): Command | undefined {
  if (event.key === "Enter") return undefined;
  if (event.key === "Escape") return "line";
  const command = commandOnLine(event);
  if (command === "in") return "next-control";
  return command === "out" ? "previous-control" : command;
}

/** In a field nothing but what leaves it: everything else is typing. */
export function commandInField(event: KeyboardEvent): Command | undefined {
  if (event.isComposing) return undefined;
  if (event.altKey) return commandOnLine(event);
  return event.key === "Escape" || event.key === "Enter" ? "line" : undefined;
}
