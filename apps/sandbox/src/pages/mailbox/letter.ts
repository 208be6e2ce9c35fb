import type { World } from "../../world/world.ts";
import { nothingHere, page } from "../frame.ts";
import { type Html, html } from "../html.ts";
import { exactly, when } from "../words.ts";
import { type Letter, letterById } from "./letters.ts";

const views = { letter: "Letter", phone: "On a phone", text: "As text", source: "Source" } as const;
type View = keyof typeof views;

/** /mailbox/{id}: the letter as it would be seen, its text part, and everything else it was sent with. */
export function letterPage(world: World, id: string, asked: string | null): Response {
  const letter = letterById(world, id);
  if (!letter) return nothingHere("There is no such letter");
  const view = asked !== null && asked in views ? (asked as View) : "letter";
  return page({
    title: letter.subject || "Letter",
    tab: "mailbox",
    body: html`
<a class="back" href="/mailbox">← Mailbox</a>
<div class="title"><h1>${letter.subject || "(no subject)"}</h1>
<p class="sub">to <b>${letter.to.join(", ")}</b> · ${when(letter.createdAt, world)}</p></div>
<div class="columns letter-columns">
<section class="sheet" aria-label="The letter"><nav class="views" aria-label="Ways to look at it">${Object.entries(
      views,
    ).map(
      ([name, title]) =>
        html`<a href="?view=${name}"${name === view && html` aria-current="page"`}>${title}</a>`,
    )}</nav>${content(letter, view)}</section>
<div class="stack">${envelope(letter)}${links(letter)}</div>
</div>`,
  });
}

function content(letter: Letter, view: View): Html {
  if (view === "text")
    return html`<div class="body"><pre class="text">${letter.text ?? "This letter has no text part."}</pre></div>`;
  if (view === "source")
    return html`<div class="body"><pre class="text">${letter.html ?? "This letter has no HTML part."}</pre></div>`;
  if (!letter.html) return html`<div class="body"><pre class="text">${letter.text}</pre></div>`;
  return html`<iframe class="letter ${view}" title="The letter" src="/mailbox/${letter.id}/html" sandbox="allow-popups allow-popups-to-escape-sandbox" referrerpolicy="no-referrer"></iframe>`;
}

function envelope(letter: Letter): Html {
  const facts: [string, string | null][] = [
    ["From", letter.from],
    ["To", letter.to.join(", ")],
    ["Cc", letter.cc.join(", ")],
    ["Bcc", letter.bcc.join(", ")],
    ["Reply to", letter.replyTo.join(", ")],
    ["Sent", exactly(letter.createdAt)],
    ["Id", String(letter.id)],
    ["Idempotency key", letter.idempotencyKey],
    ...letter.tags.map(({ name, value }): [string, string] => [`Tag ${name}`, value]),
    ...Object.entries(letter.headers),
  ];
  return html`<section class="sheet"><header><h2>Envelope</h2></header><div class="body"><dl class="facts small">${facts
    .filter(([, value]) => value)
    .map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl></div></section>`;
}

function links(letter: Letter): Html | false {
  const found = [...(letter.html ?? "").matchAll(/<a\b[^>]*?href="(https?:\/\/[^"]+)"/gi)].map(([, href]) =>
    (href ?? "").replaceAll("&amp;", "&").replaceAll("&#x27;", "'"),
  );
  if (found.length === 0) return false;
  return html`<section class="sheet"><header><h2>Links in it</h2></header><div class="body"><ul class="links small">${[
    ...new Set(found),
  ].map((href) => html`<li><a href="${href}" rel="noreferrer">${href}</a></li>`)}</ul></div></section>`;
}
