/**
 * A page without the framework's client: scripts and the hints that would fetch them go, everything else stays byte
 * for byte. A script that says `data-keep` is ours and stays. What people typed cannot open a tag here, because React
 * escapes it; tags are nevertheless read with their quotes, so that a ">" in an attribute ends nothing.
 */
export function plainDocument(html: string, nonce: string): string {
  let plain = "";
  let at = 0;
  for (const tag of html.matchAll(droppable)) {
    if (tag.index < at) continue;
    const [opening, name = ""] = tag;
    if (name.toLowerCase() === "script") {
      if (/\sdata-keep\b/i.test(withoutValues(opening))) continue;
      plain += html.slice(at, tag.index);
      at = endOfScript(html, tag.index + opening.length);
    } else if (fetchesScript.test(opening)) {
      plain += html.slice(at, tag.index);
      at = tag.index + opening.length;
    }
  }
  plain += html.slice(at);
  // Next writes its style sheet into the document without the nonce our policy asks for.
  return plain.replaceAll('<style data-precedence="next"', `<style nonce="${nonce}" data-precedence="next"`);
}

const droppable = /<(script|link)(?=[\s/>])(?:"[^"]*"|'[^']*'|[^'">])*>/gi;
const fetchesScript = /\s(?:as=["']?script\b|rel=["']?modulepreload\b)/i;

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
