/**
 * What the editor of criteria knows of the contacts: the values that occur, the types of events, how many contacts meet a part of a filter,
 * how points decay. Questions that cannot be answered, because they are about something unfinished, are answered with null.
 */
import { decaySteps, LeadscoreError, type ContactsTable, type ValueCounts } from "leadscore";
import { clipTexts } from "../../text/clip.ts";
import type { Workbench } from "../workbench.ts";

type EventType = ContactsTable["eventTypes"][number];

/** Which values are asked for: those that contain a text, at most so many. */
interface Wanted {
  search?: string;
  limit?: number;
}

export function propertyValues({ contacts }: Workbench, { property, ...wanted }: { property: string } & Wanted): ValueCounts | null {
  return orNull(() => usable(contacts?.table.valueCounts(property, wanted)));
}

export function eventValues(
  { contacts }: Workbench,
  { type, property, ...wanted }: { type: string; property: string } & Wanted,
): ValueCounts | null {
  return orNull(() => usable(contacts?.table.eventValueCounts(type, property, wanted)));
}

export function eventTypes({ contacts }: Workbench, _: Record<string, never>): EventType[] {
  return orNull(() => clipTexts(contacts?.table.eventTypes)) ?? [];
}

/** How many contacts meet a filter of the ruleset. */
export function countMeeting({ results }: Workbench, { filter }: { filter: object }): number | null {
  return orNull(() => results?.count(filter));
}

export type DecayCurve = { days: number; points: number }[];

export async function decayCurve(_: Workbench, { decay, points }: { decay: object; points: number }): Promise<DecayCurve | null> {
  try {
    return await decaySteps(decay as Parameters<typeof decaySteps>[0], points);
  } catch (error) {
    if (error instanceof LeadscoreError) return null;
    throw error;
  }
}

/** Values that are too long to be shown whole are no suggestions: what was cut would be another value. */
function usable(counts: ValueCounts | undefined): ValueCounts | undefined {
  return counts && { ...counts, values: counts.values.filter(({ value }) => value.length <= longest) };
}

const longest = 400;

function orNull<T>(ask: () => T | undefined): T | null {
  try {
    return ask() ?? null;
  } catch (error) {
    // What the package has broken off with is told where all such failures are told.
    if (error instanceof LeadscoreError && /^(invalid|not_found)/.test(error.code)) return null;
    throw error;
  }
}
