import { createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { cookiesOf } from "./cookies.ts";
import { draftPassName } from "./draft-pass.ts";
import { typedWords } from "./typed-words.ts";

/** Longer than anything a person can type into our forms; and eight photos of 10 MB with the form around them. */
const mostTyped = 200_000;
const mostUploaded = 84 * 1024 * 1024;
/** A browser shows no answer before it got rid of what it sends: from a guest of ours so much is read and thrown away. */
const mostThrownAway = 5 * mostUploaded;
/** Their bytes are in memory, more than once, until they were written anew: so many at a time, whoever they are of. */
const mostInMemory = 96 * 1024 * 1024;
const longestWaitMs = 20_000;

let inMemory = 0;

/** What was typed beside photos that are too large together: they were read past. */
export interface WithoutPhotos {
  readonly typed: FormData;
}

/**
 * Whether a form may be as long as it says it is. A long one is for the page with the photos, from a browser that holds
 * a pass of ours; it waits until the ones before it are through, for a while. Of one whose photos are too large its words
 * are kept. One that does not say how long it is is none of ours.
 */
export async function admitted(
  linkKey: Buffer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<"in" | "too-long" | "busy" | WithoutPhotos> {
  const length = Number(request.headers["content-length"] ?? Number.NaN);
  if (!(length <= mostThrownAway)) return "too-long";
  if (length <= mostTyped) return "in";
  const photosPage = /^\/[a-z0-9-]+\/return\/[\w-]+\/items$/.test((request.url ?? "").split("?")[0] ?? "");
  if (!photosPage) return "too-long";
  if (!cookiesOf(request, draftPassName).some((pass) => isSigned(linkKey, pass))) return "too-long";
  if (length > mostUploaded) {
    const typed = await typedWords(request);
    return typed ? { typed } : "too-long";
  }
  // Nothing of it is read meanwhile.
  for (let waited = 0; inMemory + length > mostInMemory; waited += 200) {
    if (waited >= longestWaitMs || response.destroyed) return "busy";
    await wait(200);
  }
  inMemory += length;
  response.once("close", () => {
    inMemory -= length;
  });
  return "in";
}

/** Signed by us at some time. Whether it opens this draft now is asked again where it is opened. */
function isSigned(linkKey: Buffer, pass: string): boolean {
  const [head, body, signature] = pass.split(".");
  if (!head || !body || !signature) return false;
  const ours = createHmac("sha256", linkKey).update(`${head}.${body}`).digest();
  const theirs = Buffer.from(signature, "base64url");
  return theirs.length === ours.length && timingSafeEqual(ours, theirs);
}
