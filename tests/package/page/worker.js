// The same as page.js, in a worker.

import * as leadscore from '/leadscore/index.js';
import { differences } from '/conformance.mjs';

self.onmessage = async ({ data: { cases, way } }) => self.postMessage(await differences(leadscore, cases, way));
