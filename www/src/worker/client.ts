/**
 * The page's end of the worker. In: a kind of job and its input. Out: a promise of its output. Jobs go through channels, normally one for
 * each kind: of a channel only the newest job counts. The promise of one that was overtaken is rejected with `Superseded`, which nobody
 * needs to be told about.
 */
import type { LoadProgress } from "leadscore";
import { startScoringWorker } from "../platform/trusted.ts";
import type { Failure, FromWorker, JobKind, Jobs, ToWorker } from "./protocol.ts";

export class Superseded extends Error {}

export class JobFailed extends Error {
  readonly code: string;
  readonly fatal: boolean;

  constructor({ code, message, fatal }: Failure) {
    super(message);
    this.code = code;
    this.fatal = fatal;
  }
}

interface Pending {
  job: number;
  resolve: (output: never) => void;
  reject: (error: Error) => void;
  onProgress: ((progress: LoadProgress) => void) | undefined;
}

export class ScoringClient {
  #worker = this.#start();
  #pending = new Map<string, Pending>();
  #jobs = 0;
  /** Why the worker does nothing any more: it could not start, or it has come to an end. */
  #stopped: Failure | undefined;

  run<K extends JobKind>(
    kind: K,
    input: Jobs[K]["input"],
    { onProgress, channel = kind }: { onProgress?: (progress: LoadProgress) => void; channel?: string } = {},
  ): Promise<Jobs[K]["output"]> {
    this.#pending.get(channel)?.reject(new Superseded());
    if (this.#stopped !== undefined) return Promise.reject(new JobFailed(this.#stopped));
    const job = ++this.#jobs;
    return new Promise((resolve, reject) => {
      this.#pending.set(channel, { job, resolve, reject, onProgress });
      this.#worker.postMessage({ job, channel, kind, input } as ToWorker);
    });
  }

  /** Gives up what is being loaded; its promise is rejected with `Superseded`. */
  cancelLoad(): void {
    const pending = this.#pending.get("load");
    if (pending === undefined) return;
    this.#pending.delete("load");
    this.#worker.postMessage({ job: pending.job, kind: "cancel" } satisfies ToWorker);
    pending.reject(new Superseded());
  }

  /** A fresh worker, which holds nothing yet. */
  restart(): void {
    this.#worker.terminate();
    this.#stopped = undefined;
    this.#worker = this.#start();
    const pending = [...this.#pending.values()];
    this.#pending.clear();
    for (const { reject } of pending) reject(new Superseded());
  }

  #start(): Worker {
    const worker = startScoringWorker();
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => this.#take(data);
    worker.onerror = (event) => {
      // The user is told.
      event.preventDefault();
      const failure = { code: "worker", message: `the scoring worker stopped: ${event.message || "it could not be started"}`, fatal: true };
      this.#stopped = failure;
      const pending = [...this.#pending.values()];
      this.#pending.clear();
      for (const { reject } of pending) reject(new JobFailed(failure));
    };
    return worker;
  }

  #take(message: FromWorker): void {
    const [channel, pending] = [...this.#pending].find(([, { job }]) => job === message.job) ?? [];
    if (channel === undefined || pending === undefined) return;
    if (message.status === "progress") {
      pending.onProgress?.(message.progress);
      return;
    }
    this.#pending.delete(channel);
    if (message.status === "done") pending.resolve(message.output as never);
    else pending.reject(message.status === "failed" ? new JobFailed(message.failure) : new Superseded());
  }
}
