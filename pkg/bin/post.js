// Posts what host.js hands it on standard input, and writes the answer's status, or the code of what went wrong, to standard output: a
// process of its own, as the command line waits for what it asks, and the network does not.
//
// It follows no redirects: a POST that goes elsewhere is not what was asked for.

import { readFileSync } from "node:fs";
import http from "node:http";
import https from "node:https";

const { url, headers, body, milliseconds } = JSON.parse(readFileSync(0, "utf8"));

let ended = false;

function end(answer) {
  if (ended) return;
  ended = true;
  process.stdout.write(JSON.stringify(answer), () => process.exit());
}

const failed = ({ code, message }) => end({ code, message });
try {
  const { request } = new URL(url).protocol === "https:" ? https : http;
  const bytes = Buffer.from(body);
  const sent = request(url, { method: "POST", headers: { ...headers, "Content-Length": bytes.length } });
  sent.on("response", ({ statusCode }) => end({ status: statusCode }));
  sent.on("error", failed);
  setTimeout(() => end({ code: "ETIMEDOUT" }), milliseconds);
  sent.end(bytes);
} catch (error) {
  failed(error);
}
