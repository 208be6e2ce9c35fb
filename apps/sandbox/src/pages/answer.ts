import type { Html } from "./html.ts";

/** Nothing from anywhere else, no script but our own, no form to anywhere else, no frame around us. */
const policy =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; connect-src 'self'; " +
  "form-action 'self'; frame-src 'self'; base-uri 'none'; frame-ancestors 'none'";

export function show(page: Html, status = 200): Response {
  return new Response(page.markup, {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": policy,
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
      "cache-control": "no-store",
    },
  });
}

/** After something was done: the page to see it on, by GET, so that a reload does not do it again. */
export function goTo(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path, "cache-control": "no-store" } });
}

export function plain(status: number, text: string): Response {
  return new Response(`${text}\n`, { status, headers: { "content-type": "text/plain; charset=utf-8" } });
}
