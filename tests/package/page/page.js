// Imports the package as a page does, without a bundler, and runs the conformance cases here and in a worker.

import * as leadscore from '/leadscore/index.js';
import { differences } from '/conformance.mjs';

const cases = fetch('/cases.json').then((answer) => answer.json());

/** Runs the cases in the page. */
globalThis.inPage = async (way) => differences(leadscore, await cases, way);

/** Runs the cases in a worker. */
globalThis.inWorker = (way) => {
  return new Promise((resolve, reject) => {
    const worker = new Worker('worker.js', { type: 'module' });
    worker.onmessage = ({ data }) => {
      worker.terminate();
      resolve(data);
    };
    worker.onerror = (event) => reject(new Error(event.message));
    cases.then((all) => worker.postMessage({ cases: all, way }));
  });
};
