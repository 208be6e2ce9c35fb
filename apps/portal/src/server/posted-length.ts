import { createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { cookiesOf } from "./cookies.ts";
import { draftPassName } from "./draft-pass.ts";

/** Longer than anything a person can type into our forms; and eight photos of 10 MB with the form around them. */
const mostTyped = 200_000;
const mostUploaded = 84 * 1024 * 1024;
/** Their bytes are in memory until they were written anew. */
const mostUploads = 4;

let uploads = 0;

/**
 * Whether a form may be as long as it says it is. A long one is for the page with the photos, from a browser that holds
 * a pass of ours, and only a few at once. One that does not say how long it is is none of ours.
 */
export function mayBeThatLong(linkKey: Buffer, request: IncomingMessage, response: ServerResponse): boolean {
  const length = Number(request.headers["content-length"] ?? Number.NaN);
  if (!(length <= mostUploaded)) return false;
  if (length <= mostTyped) return true;
  const photosPage = /^\/[a-z0-9-]+\/return\/[\w-]+\/items$/.test((request.url ?? "").split("?")[0] ?? "");
  if (!photosPage || uploads >= mostUploads) return false;
  if (!cookiesOf(request, draftPassName).some((pass) => isSigned(linkKey, pass))) return false;
  uploads += 1;
  response.once("close", () => {
    uploads -= 1;
  });
  return true;
}

/** Signed by us at some time. Whether it opens this draft now is asked again where it is opened. */
function isSigned(linkKey: Buffer, pass: string): boolean {
  const [head, body, signature] = pass.split(".");
  if (!head || !body || !signature) return false;
  const ours = createHmac("sha256", linkKey).update(`${head}.${body}`).digest();
  const theirs = Buffer.from(signature, "base64url");
  return theirs.length === ours.length && timingSafeEqual(ours, theirs);
}
