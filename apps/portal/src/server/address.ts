import type { IncomingMessage } from "node:http";

/** What was asked for. A request line that is no path ("//", "http://elsewhere/", "/%ff") is nobody's page. */
export function addressOf(request: IncomingMessage): URL {
  const asked = `http://portal${request.url}`;
  if (request.url?.startsWith("/") && URL.canParse(asked) && decodes(request.url)) return new URL(asked);
  request.url = "/-";
  return new URL("http://portal/-");
}

/** For the log: keys in addresses are secrets of one customer, so it gets the kind of page. */
export function routeOf(path: string): string {
  if (path.startsWith("/_next/")) return "/_next";
  return path.replace(/\/(return|r|photo)\/[^/]+/, "/$1/{key}").slice(0, 120);
}

function decodes(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
