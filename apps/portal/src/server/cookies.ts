import type { IncomingMessage, ServerResponse } from "node:http";

/** Every value of a cookie: the same name can come from a page's own path and from one above it. */
export function cookiesOf(request: IncomingMessage, name: string): string[] {
  const pairs = (request.headers.cookie ?? "").split(/;\s*/);
  return pairs.filter((pair) => pair.startsWith(`${name}=`)).map((pair) => pair.slice(name.length + 1));
}

/** Adds a cookie beside those the answer already sets. No script reads it, and no other site's form carries it. */
export function setCookie(
  response: ServerResponse,
  name: string,
  value: string,
  { path, seconds, https }: { path: string; seconds: number; https: boolean },
): void {
  const secure = https ? "; Secure" : "";
  const cookie = `${name}=${value}; Path=${path}; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`;
  response.appendHeader("set-cookie", cookie);
}
