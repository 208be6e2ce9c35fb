import type { IncomingHttpHeaders, IncomingMessage } from "node:http";

/**
 * The caller's address. `X-Forwarded-For` is written by anyone, so only the entries of our own proxies count:
 * with one proxy the last entry is what that proxy saw, with two the one before.
 */
export function callerAddress(request: IncomingMessage, proxyHops: number): string {
  const direct = request.socket.remoteAddress ?? "unknown";
  if (proxyHops === 0) return direct;
  const seen = String(request.headers["x-forwarded-for"] ?? "")
    .split(",")
    .map((entry) => entry.trim())
    .filter(Boolean);
  return seen.at(-proxyHops) ?? direct;
}

/**
 * A form of ours is sent from a page of ours. Browsers say so themselves (Sec-Fetch-Site), also where our
 * no-referrer policy turns their Origin into "null"; older ones are asked for an Origin that is not a stranger's.
 */
export function fromElsewhere(headers: IncomingHttpHeaders): boolean {
  const site = headers["sec-fetch-site"];
  if (site) return site !== "same-origin" && site !== "none";
  const { origin } = headers;
  return Boolean(origin) && origin !== "null" && hostOf(origin) !== headers.host;
}

function hostOf(origin: string | undefined): string | null {
  return origin && URL.canParse(origin) ? new URL(origin).host : null;
}

/** Headers that make Next answer something other than a whole page, or that only we may write. */
const internal = [
  "content-security-policy",
  "content-security-policy-report-only",
  "next-action",
  "next-router-prefetch",
  "next-router-segment-prefetch",
  "next-router-state-tree",
  "next-url",
  "rsc",
  "x-middleware-subrequest",
  "x-forwarded-host",
];

/** Takes away what a stranger must not say, and says what Next must know: the nonce, and that the origin was checked. */
export function cleanRequest(request: IncomingMessage, nonce: string): void {
  const { headers } = request;
  for (const name of internal) delete headers[name];
  for (const name of Object.keys(headers)) if (name.startsWith("x-nextjs-")) delete headers[name];
  headers["content-security-policy"] = `script-src 'nonce-${nonce}'`;
  if (headers.origin) headers.origin = `http://${headers.host}`;
}
