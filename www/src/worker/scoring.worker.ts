/**
 * The worker's post room: takes requests, drops those that a newer one of their kind has overtaken, sends answers back. A load
 * runs beside the other jobs, so that what is on the screen stays usable while a big file is read.
 */
import type { LoadProgress } from "leadscore";
import type { Failure, FromWorker, JobKind, Jobs, Request, ToWorker } from "./protocol.ts";
import { jobs, type Under } from "./jobs.ts";
import { Workbench } from "./workbench.ts";

const workbench = new Workbench();
const waiting = new Map<string, Request>();
const never = new AbortController().signal;
let load: { job: number; control: AbortController } | undefined;

self.onmessage = ({ data }: MessageEvent<ToWorker>): void => {
  if (data.kind === "cancel") {
    if (load?.job === data.job) load.control.abort();
    return;
  }
  const overtaken = waiting.get(data.channel);
  if (overtaken !== undefined) answer({ job: overtaken.job, status: "superseded" });
  waiting.delete(data.channel);
  waiting.set(data.channel, data);
  // After the messages that have already arrived, one of which may overtake this one.
  setTimeout(next);
};

function next(): void {
  const [request] = waiting.values();
  if (request === undefined) return;
  waiting.delete(request.channel);
  void run(request);
}

async function run(request: Request): Promise<void> {
  const { job } = request;
  try {
    answer({ job, status: "done", output: await perform(request) });
  } catch (error) {
    answer({ job, status: "failed", failure: describe(error) });
  }
}

type AnyJob = (workbench: Workbench, input: unknown, under: Under) => Jobs[JobKind]["output"] | Promise<Jobs[JobKind]["output"]>;

/** A request's input is that of its kind. */
function perform({ job, kind, input }: Request): ReturnType<AnyJob> {
  if (kind === "load") return read(job, input);
  return (jobs[kind] as AnyJob)(workbench, input, { onProgress: () => {}, signal: never });
}

async function read(job: number, input: Jobs["load"]["input"]): Promise<Jobs["load"]["output"]> {
  load?.control.abort();
  const mine = { job, control: new AbortController() };
  load = mine;
  const progress = new ProgressTeller((latest) => answer({ job, status: "progress", progress: latest }));
  try {
    return await jobs.load(workbench, input, { signal: mine.control.signal, onProgress: (latest) => progress.note(latest) });
  } finally {
    progress.stop();
    if (load === mine) load = undefined;
  }
}

/** Tells how far a load is some twenty times a second, and where it stands if it comes no further. */
class ProgressTeller {
  #latest: LoadProgress | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #told = -Infinity;
  readonly #tell: (progress: LoadProgress) => void;

  constructor(tell: (progress: LoadProgress) => void) {
    this.#tell = tell;
  }

  note(progress: LoadProgress): void {
    this.#latest = progress;
    const rest = 50 - (performance.now() - this.#told);
    if (rest <= 0) this.#send();
    else this.#timer ??= setTimeout(() => this.#send(), rest);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #send(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#told = performance.now();
    if (this.#latest !== undefined) this.#tell(this.#latest);
  }
}

function describe(error: unknown): Failure {
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "unexpected";
  // What was in the memory of a module that has broken off is gone.
  return { code, message, fatal: ["broken_off", "out_of_memory", "lost"].includes(code) };
}

function answer(message: FromWorker): void {
  self.postMessage(message);
}
