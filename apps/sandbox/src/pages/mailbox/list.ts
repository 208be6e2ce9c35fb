import type { World } from "../../world/world.ts";
import { page } from "../frame.ts";
import { type Html, html } from "../html.ts";
import { count, when } from "../words.ts";
import { type Letter, letters } from "./letters.ts";

/** /mailbox, newest first; `?to=` shows one person's letters only. */
export function mailbox(world: World, to: string | null): Response {
  const wanted = to?.trim().toLowerCase() ?? "";
  const found = letters(world).filter((letter) => letter.to.join(" ").toLowerCase().includes(wanted));
  return page({
    title: "Mailbox",
    tab: "mailbox",
    script: "mailbox.js",
    body: html`
<div class="title"><h1>Mailbox</h1><span id="alive" class="pill good alive" hidden>new letters appear by themselves</span>
<p class="sub">Every e-mail that was given to the Resend stand-in. Nothing leaves this machine.</p></div>
<form method="get" action="/mailbox" class="search"><label>Sent to <input type="search" name="to" value="${to ?? ""}" placeholder="ada@example.com" autocomplete="off"></label><button class="quiet">Show</button></form>
<section class="sheet letters" aria-label="Letters"><div class="list" id="letters">${found.length ? list(found, world) : nobody(wanted)}</div></section>`,
  });
}

function list(found: readonly Letter[], world: World): Html {
  return html`<ul class="rows">${found.map(
    (letter) => html`<li><a class="row" data-letter="${letter.id}" href="/mailbox/${letter.id}">
<b class="cut to">${letter.to.join(", ")}</b><span class="when soft small">${when(letter.createdAt, world)}</span><span class="cut subject">${letter.subject || "(no subject)"}</span></a></li>`,
  )}</ul><p class="foot soft small">${count(found.length, "letter")}</p>`;
}

function nobody(wanted: string): Html {
  return html`<p class="empty">${wanted ? html`No letter to “${wanted}” yet.` : "No letters yet. They will appear here as soon as one is sent."}</p>`;
}
