/**
 * A section of a contact's way through time. The way is followed from the same beginning whichever section is shown, so that the history is the same in all
 * of them: what was before the section is known, and not shown. In: results and a row. Out: the section, with where the contact stood at its beginning.
 */
import type { Journey, JourneyStep, Results, State } from "leadscore";

/** How far back a section begins, at the first event if left out, and with which stage the whole way began. */
export interface Way {
  days?: number;
  fromStage?: "current" | "none";
}

export interface Section extends Journey {
  /** What was before it: it begins with how the contact stood then, at its stage since an instant or since the way began. */
  before?: { since?: string };
  /** Between these instants so much happened that it was not looked at. */
  passedOver?: { from: string; to: string };
}

const day = 86_400_000;
/** The longest section but for all there is: no way begins later. */
const longest = 365 * day;
/** The package follows a contact for 10,000 instants, or fewer of one with very many events; so often it is asked to go on. */
const mostParts = 20;
const mostSteps = 10_000;

/** Undefined where others have come to be of interest meanwhile. */
export async function sectionOf(results: Results, row: number, firstEvent: number | undefined, { days, fromStage = "current" }: Way, isOver: () => boolean): Promise<Section | undefined> {
  const to = results.asOf.getTime();
  const beginning = Math.min(firstEvent ?? to, to - longest);
  const edge = days === undefined ? Math.min(firstEvent ?? to, to - day) : to - days * day;
  const steps = new Steps(edge, days !== undefined);
  const goOn = (from: number, state: State): Journey => results.journey(row, { from, to, state });
  const way = await follow(results.journey(row, { from: beginning, to, fromStage }), steps, goOn, isOver);
  if (way === undefined) return undefined;
  if (steps.shown.length > 0) return { ...way, from: instantText(edge), steps: steps.shown, ...steps.opening };
  // It breaks off before the section, which begins with what is remembered until there.
  const passedOver = { from: instantText(steps.last), to: instantText(edge) };
  const section = new Steps(edge, false);
  const rest = await follow(goOn(edge, way.state), section, goOn, isOver);
  return rest && { ...rest, from: instantText(edge), steps: section.shown, passedOver };
}

/** Follows a way to its end, or as far as is reasonable; gives its last part. */
async function follow(first: Journey, steps: Steps, goOn: (from: number, state: State) => Journey, isOver: () => boolean): Promise<Journey | undefined> {
  let part = first;
  let isGoingOn = steps.add(part.steps);
  for (let parts = 1; !part.complete && isGoingOn && parts < mostParts && steps.shown.length < mostSteps; parts += 1) {
    // Others get their turn.
    await new Promise((resolve) => setTimeout(resolve));
    if (isOver()) return undefined;
    part = goOn(steps.last, part.state);
    // Where it goes on, it says again how the contact stands.
    isGoingOn = steps.add(part.steps.slice(1));
  }
  return part;
}

function instantText(instant: number): string {
  return new Date(instant).toISOString();
}

/** Takes step after step of a way, and keeps those of the section. */
class Steps {
  readonly shown: JourneyStep[] = [];
  opening: Pick<Section, "before"> = {};
  /** The instant of the last one. */
  last = 0;
  #before: JourneyStep | undefined;
  #since: string | undefined;

  /** A period begins with how the contact stood, whatever it does just then; all there is begins with the first event. */
  constructor(
    readonly edge: number,
    readonly isPeriod: boolean,
  ) {}

  /** Whether there were any. */
  add(steps: readonly JourneyStep[]): boolean {
    for (const step of steps) {
      this.last = Date.parse(step.at);
      if (this.last >= this.edge) this.#show(step, this.last);
      else {
        const isNew = this.#before === undefined ? step.happened.some(({ kind }) => kind === "stage_changed") : this.#before.stage !== step.stage;
        if (isNew) this.#since = step.at;
        this.#before = step;
      }
    }
    return steps.length > 0;
  }

  #show(step: JourneyStep, at: number): void {
    if (this.shown.length === 0 && this.#before !== undefined && (this.isPeriod || at > this.edge)) {
      this.shown.push({ ...this.#before, at: new Date(this.edge).toISOString(), events: [], happened: [], by_time: false });
      this.opening = { before: this.#since === undefined ? {} : { since: this.#since } };
    }
    this.shown.push(step);
  }
}
