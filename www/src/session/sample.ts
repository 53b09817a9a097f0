/**
 * The sample: contacts and their events, all invented, with the instant at which they make sense. Fetched from beside the page when it
 * is asked for.
 */
import contactsUrl from "../../samples/contacts.csv?url";
import eventsUrl from "../../samples/events.csv?url";
import type { Assignment } from "./state.ts";

/** The instant that the sample's generator works back from. */
const asOf = Date.UTC(2026, 5, 30, 12);

const samples = new WeakSet<File>();

export interface Sample {
  asOf: number;
  assignments: Assignment[];
}

export async function fetchSample(): Promise<Sample> {
  const assignments = await Promise.all([
    fetchFile(contactsUrl, "contacts.csv", "contacts"),
    fetchFile(eventsUrl, "events.csv", "events"),
  ]);
  return { asOf, assignments };
}

/** Whether a file is one of the sample's. */
export function isSample(file: File): boolean {
  return samples.has(file);
}

async function fetchFile(url: string, name: string, role: Assignment["role"]): Promise<Assignment> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`expected the sample's ${name}, the server answered ${response.status}; load your own files instead`);
  const file = new File([await response.blob()], name);
  samples.add(file);
  return { file, role };
}
