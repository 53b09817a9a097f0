/**
 * The only scripts that the page starts beside its own: the scoring worker, and the service worker. Their addresses pass a Trusted Types
 * policy that lets nothing else through, so that no text from anywhere else can ever become a script.
 */
import scoringWorker from "../worker/scoring.worker.ts?worker&url";

const serviceWorker = new URL("service-worker.js", document.baseURI).href;
const known = new Set([scoringWorker, serviceWorker]);

const policy = window.trustedTypes?.createPolicy("leadscore", {
  createScriptURL: (address) => {
    if (known.has(address)) return address;
    throw new TypeError(`expected the address of one of the page's own workers, found ${address}`);
  },
});

/** Typed as text, which is what the DOM's types expect where browsers expect a trusted address. */
function trusted(address: string): string {
  return (policy?.createScriptURL(address) ?? address) as string;
}

const scoringWorkerAddress = trusted(scoringWorker);
export const serviceWorkerAddress = trusted(serviceWorker);

export function startScoringWorker(): Worker {
  // A page that was opened by double click can start no modules.
  return new Worker(scoringWorkerAddress, { type: import.meta.env.VITE_DELIVERY === "single file" ? "classic" : "module", name: "scoring" });
}
