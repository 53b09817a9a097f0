/**
 * A ruleset in a link, and back: `#ruleset=1.` and the deflated text in base64url. The part after `#` is not sent to any server. In: a
 * ruleset's text, or a link that anyone may have made. Out: the other of them, or a `LinkFault`. What a link holds is bounded while
 * it is inflated; whether it is a ruleset, the check says.
 */
import { longestText } from "./record.ts";

export type LinkFaultCode =
  /** The ruleset does not fit into a link; send the file. */
  | "too-long"
  /** The link was made by a newer version of the page. */
  | "unknown-version"
  /** The link was cut off or changed on its way. */
  | "damaged"
  /** The link holds more than any ruleset does. */
  | "too-large";

export class LinkFault extends Error {
  readonly code: LinkFaultCode;

  constructor(code: LinkFaultCode, message: string) {
    super(message);
    this.name = "LinkFault";
    this.code = code;
  }
}

/** Programs that pass links on cut off longer ones. */
export const longestLink = 30_000;
const key = "ruleset=";
const version = "1";

/** A link to the page at an address, whatever stands after its `#`. */
export async function linkTo(address: string, text: string): Promise<string> {
  const deflated = await collect(streamOf(new TextEncoder().encode(text)).pipeThrough(new CompressionStream("deflate-raw")), Infinity);
  const link = `${address.split("#", 1)[0]}#${key}${version}.${toBase64Url(deflated)}`;
  if (link.length <= longestLink) return link;
  throw new LinkFault("too-long", `expected a link of at most ${longestLink} characters, found ${link.length}; send the ruleset as a file instead`);
}

/** Whether what stands after an address's `#` would be a ruleset. */
export function isLink(hash: string): boolean {
  return partOf(hash) !== undefined;
}

function partOf(hash: string): string | undefined {
  return hash.replace(/^#/, "").split("&").find((one) => one.startsWith(key));
}

/** The ruleset's text in what stands after an address's `#`, the `#` included or not; undefined if there is none. */
export async function textInLink(hash: string): Promise<string | undefined> {
  const part = partOf(hash);
  if (part === undefined) return undefined;
  const [, found, data] = /^(\d{1,4})\.(.*)$/s.exec(part.slice(key.length)) ?? [];
  if (found === undefined || data === undefined) throw damaged("a version and data");
  if (found !== version) throw new LinkFault("unknown-version", `expected version ${version} of links, found ${found}; reload the page to get its newest version`);
  const deflated = fromBase64Url(data);
  try {
    const inflated = await collect(streamOf(deflated).pipeThrough(new DecompressionStream("deflate-raw")), longestText);
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(inflated);
  } catch (error) {
    throw error instanceof LinkFault ? error : damaged("deflated text");
  }
}

function streamOf(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new Blob([bytes]).stream();
}

/** All of a stream; what comes after too much is never asked for. */
async function collect(stream: ReadableStream<Uint8Array<ArrayBuffer>>, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (const reader = stream.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > most) {
      void reader.cancel().catch(() => {});
      throw new LinkFault("too-large", `expected at most ${most} bytes in a link, found more; it is probably not a ruleset`);
    }
    chunks.push(value);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

function toBase64Url(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

function fromBase64Url(data: string): Uint8Array<ArrayBuffer> {
  if (!/^[A-Za-z0-9_-]+$/.test(data) || data.length % 4 === 1) throw damaged("base64url");
  const binary = atob(data.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

function damaged(what: string): LinkFault {
  return new LinkFault("damaged", `expected ${what} in the link, found something else; copy the whole link, or ask for the file`);
}
