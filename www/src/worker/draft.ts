/**
 * A contact that is tested: typed, pasted, or a copy of one of the file. In: a contact as the package reads one. Out: what of it can be
 * edited on the page, and, when it was, the contact again, as JSON text. Long values and old events stay here, so that the page
 * need not hold them and nothing is lost.
 */
import { clip } from "../text/clip.ts";

/** A contact as `ContactsTable.contact` gives it. */
export interface WholeContact {
  id: string;
  properties: Record<string, string>;
  events?: { type: string; time: string; properties: Record<string, string> }[];
}

export interface DraftProperty {
  name: string;
  value: string;
  /** HubSpot's name, if the column is one of HubSpot's under its label. */
  internal?: string;
  /** Only the beginning of a value that is too long to be edited. */
  cut?: true;
}

export interface DraftEvent {
  type: string;
  time: string;
  properties: DraftProperty[];
  /** Its place among the original's events, if it is one of them. */
  from?: number;
}

export interface Draft {
  /** Of which contact the long values and the old events are. */
  original: number;
  id: string;
  properties: DraftProperty[];
  /** The latest first. */
  events: DraftEvent[];
  /** How many older ones there are that cannot be edited. */
  older: number;
}

const longestValue = 2_000;
const mostEvents = 200;

export function draftOf(contact: WholeContact, original: number, internalNames: ReadonlyMap<string, string>): Draft {
  const events = contact.events ?? [];
  const older = Math.max(0, events.length - mostEvents);
  return {
    original,
    id: clip(contact.id, longestValue),
    properties: Object.entries(contact.properties).map(([name, value]) => {
      const internal = internalNames.get(name);
      return { ...property(name, value), ...(internal === undefined ? {} : { internal }) };
    }),
    events: events
      .slice(older)
      .map(({ type, time, properties }, index) => ({
        type,
        time,
        from: older + index,
        properties: Object.entries(properties).map(([name, value]) => property(name, value)),
      }))
      .reverse(),
    older,
  };
}

function property(name: string, value: string): DraftProperty {
  return value.length > longestValue ? { name, value: clip(value, 120), cut: true } : { name, value };
}

/** The contact that the draft stands for. */
export function contactOf(draft: Draft, original: WholeContact | undefined): string {
  const kept = original?.events ?? [];
  const values = (properties: DraftProperty[], whole: Record<string, string> | undefined): Record<string, string> =>
    Object.fromEntries(
      properties.flatMap(({ name, value, cut }) => (name.trim() === "" ? [] : [[name, cut ? (whole?.[name] ?? value) : value]])),
    );
  return JSON.stringify({
    id: draft.id,
    properties: values(draft.properties, original?.properties),
    events: [
      ...kept.slice(0, draft.older),
      ...draft.events.map(({ type, time, properties, from }) => ({
        type,
        time,
        properties: values(properties, from === undefined ? undefined : kept[from]?.properties),
      })),
    ],
  });
}
