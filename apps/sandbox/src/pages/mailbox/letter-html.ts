import type { World } from "../../world/world.ts";
import { plain } from "../answer.ts";
import { letterById } from "./letters.ts";

/**
 * The letter's own markup, which nobody trusts: it runs no script, submits no form and cannot reach this origin,
 * whether it is framed or opened by itself. Its links open in a window of their own.
 */
export function letterHtml(world: World, id: string): Response {
  const letter = letterById(world, id);
  if (!letter?.html) return plain(404, "No such letter.");
  return new Response(inNewWindow(letter.html), {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy":
        "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; img-src http: https: data:; " +
        "style-src 'unsafe-inline'; font-src http: https: data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cache-control": "no-store",
    },
  });
}

function inNewWindow(markup: string): string {
  const base = '<base target="_blank">';
  return /<head[^>]*>/i.test(markup) ? markup.replace(/<head[^>]*>/i, (head) => head + base) : base + markup;
}
