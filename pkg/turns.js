// Turns for others while long work is done in pieces.

/** After so long others get a turn, in milliseconds: a page paints 60 times a second. */
const TURN = 12;

/** Gives the event loop its turns, so that a page can paint. */
export class Turns {
  #last = performance.now();

  async next() {
    if (performance.now() - this.#last < TURN) return;
    await turn();
    this.#last = performance.now();
  }
}

/** Timers of a page wait 4 ms each; a message does not. */
function turn() {
  if (typeof setImmediate === "function") return new Promise((resolve) => setImmediate(resolve));
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
