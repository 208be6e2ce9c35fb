import { directionOf, type Language, messages } from "./language.ts";

export type Failure = "failed" | "foreign" | "too-long" | "busy";

/**
 * The page of last resort, made without Next and without the shop: what happened, what was not lost, what to do.
 * `again` is the path to try again; null when there is nothing to repeat.
 */
export function failurePage(
  failure: Failure,
  facts: { language: Language; nonce: string; again: string | null },
): string {
  const { pages, items } = messages[facts.language];
  const { title, body } = {
    failed: { title: pages.failedTitle, body: pages.failedBody },
    foreign: { title: pages.foreignTitle, body: pages.foreignBody },
    "too-long": { title: pages.tooLongTitle, body: pages.tooLongBody },
    busy: { title: pages.failedTitle, body: items.photoBusy },
  }[failure];
  const again =
    facts.again === null ? "" : `<p><a href="${escaped(facts.again)}">${escaped(pages.failedAction)}</a></p>`;
  return `<!doctype html><html lang="${facts.language}" dir="${directionOf(facts.language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)}</title><style nonce="${facts.nonce}">${style}</style></head><body><main><h1>${escaped(title)}</h1><p>${escaped(body)}</p>${again}</main></body></html>`;
}

const style = `:root{color-scheme:light dark}body{margin:0;font:16px/1.55 system-ui,sans-serif;background:light-dark(#faf9f7,#161513);color:light-dark(#23211e,#efedea)}main{max-width:34rem;margin:0 auto;padding:18vh 20px 40px}h1{font-size:1.75rem;line-height:1.2;letter-spacing:-.02em;font-weight:600;margin:0 0 12px}p{margin:0 0 24px;color:light-dark(#5d5953,#b3aea6)}a{display:inline-block;padding:13px 20px;border-radius:8px;background:light-dark(#23211e,#efedea);color:light-dark(#fff,#161513);text-decoration:none;font-weight:500}a:focus-visible{outline:2px solid currentColor;outline-offset:3px}`;

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
