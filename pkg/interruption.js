// An AbortSignal, and waiting that it ends.

import { carefully, isObject, unexpected } from "./arguments.js";

/** Ends whatever is waited for when its signal says so; without a signal, never. */
export class Interruption {
  #signal;
  #path;
  #giveUp;
  #listener = () => this.#giveUp?.();

  constructor(signal, path) {
    if (signal === undefined) return;
    const isSignal = () => typeof signal.aborted === "boolean" && typeof signal.addEventListener === "function";
    if (!isObject(signal) || !carefully(path, isSignal)) throw unexpected(path, "signal as an AbortSignal", signal);
    [this.#signal, this.#path] = [signal, path];
    carefully(path, () => signal.addEventListener("abort", this.#listener));
  }

  /** What a promise comes to, unless the signal comes first: then its reason is thrown. */
  async during(promise) {
    // Nobody waits for it if the signal has come already.
    promise.catch(() => {});
    if (this.#ask((signal) => signal.aborted)) throw this.#reason();
    return await new Promise((resolve, reject) => {
      this.#giveUp = () => reject(this.#reason());
      promise.then(resolve, reject);
    });
  }

  /** The signal says nothing to it any more. */
  end() {
    this.#giveUp = undefined;
    this.#ask((signal) => signal.removeEventListener("abort", this.#listener));
  }

  #reason() {
    return this.#ask((signal) => signal.reason) ?? new DOMException("This operation was aborted", "AbortError");
  }

  #ask(question) {
    return this.#signal === undefined ? undefined : carefully(this.#path, () => question(this.#signal));
  }
}
