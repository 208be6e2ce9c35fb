/** What makes a page plain: this answer's nonce, and the text of the style sheets, by their addresses. */
export interface Plain {
  readonly nonce: string;
  readonly sheets: ReadonlyMap<string, string>;
}

/**
 * A page without the framework's client: scripts and the hints that would fetch them go, a style sheet stands in the
 * document instead of behind an address, which saves a phone one round trip before it can paint; everything else stays
 * byte for byte. A script that says `data-keep` is ours and stays. What people typed cannot open a tag here, because
 * React escapes it; tags are nevertheless read with their quotes, so that a ">" in an attribute ends nothing.
 */
export function plainDocument(html: string, { nonce, sheets }: Plain): string {
  let plain = "";
  let at = 0;
  for (const tag of html.matchAll(droppable)) {
    if (tag.index < at) continue;
    const [opening, name = ""] = tag;
    if (name.toLowerCase() === "script") {
      if (/\sdata-keep\b/i.test(withoutValues(opening))) continue;
      plain += html.slice(at, tag.index);
      at = endOfScript(html, tag.index + opening.length);
      continue;
    }
    const sheet = sheets.get(href.exec(opening)?.[1] ?? "");
    if (sheet === undefined && !idle.test(opening)) continue;
    plain += html.slice(at, tag.index);
    if (sheet !== undefined && isSheet.test(opening)) plain += `<style nonce="${nonce}">${sheet}</style>`;
    at = tag.index + opening.length;
  }
  return plain + html.slice(at);
}

const droppable = /<(script|link)(?=[\s/>])(?:"[^"]*"|'[^']*'|[^'">])*>/gi;
const href = /\shref="([^"]*)"/;
const isSheet = /\srel="stylesheet"/;
/** What would fetch a script, or open a second way to where the page just came from. */
const idle = /\s(?:as=["']?script\b|rel=["']?modulepreload\b|rel="preconnect" href="\/")/i;

function withoutValues(tag: string): string {
  return tag.replace(/"[^"]*"|'[^']*'/g, "");
}

/** A script's text ends at its closing tag whatever stands in it; one without an end takes the rest along. */
function endOfScript(html: string, from: number): number {
  const closing = /<\/script[^>]*>/gi;
  closing.lastIndex = from;
  const found = closing.exec(html);
  return found ? found.index + found[0].length : html.length;
}
