import { type Guest, guestAt, readyToSend, sendReturn } from "../attack/guest.ts";
import { bloom } from "../world/shops.ts";
import { setPace } from "../world/stand-in.ts";
import { type Figure, fire } from "./load.ts";

const bare = process.env.BARE_URL ?? "";

/**
 * The last press, Send, by customers who all stand before it with a draft of their own: how many returns a second are
 * made, beside a bare server that writes the same rows in one transaction, and whether with many at once each is made.
 * The goal is forty times what Medusa made of its floor where the goal was set: 7.8 of 1,230 a second, 0.6 %. Here Medusa
 * makes 4 % of the floor, see `peer.ts`.
 */
export async function creating(seconds: number): Promise<Figure[]> {
  const example = (await sendReturn(await guestAt(bloom, "192.0.2.4"))).split("/").at(-1) ?? "";
  const figures: Figure[] = [];
  await setPace("endless");
  await press(await guests(warmUp), 8); // the floor has been asked thousands of times before it counts
  for (const { connections, returns } of crowds) {
    const floor = await fire({ url: `${bare}/?return=${example}`, method: "POST" }, connections, seconds);
    const ready = await guests(returns);
    await new Promise((later) => setTimeout(later, settleMs));
    const { perSecond, made } = await press(ready, connections);
    const ratio = Math.round((perSecond / floor.perSecond) * 100) / 100;
    const about = { case: `create a return, ${connections} connections` };
    figures.push({
      ...about,
      value: perSecond,
      unit: "returns/s",
      floor: floor.perSecond,
      ratio,
      goal: "≥ 0.25 of the floor",
      ok: floor.failed === 0 && ratio >= 0.25,
    });
    const share = Math.round((made / returns) * 100);
    figures.push({ ...about, value: share, unit: "% made", goal: "100 %", ok: made === returns });
  }
  await setPace("counted");
  return figures;
}

const crowds = [
  { connections: 8, returns: 128 },
  { connections: 32, returns: 128 },
  { connections: 128, returns: 128 },
];

const warmUp = 256;

/** In which what the look-ups before left to do is done. */
const settleMs = 5_000;

/** So many customers before the last button, four on their way at once. */
export async function guests(count: number): Promise<Guest[]> {
  const ready: Guest[] = [];
  let next = 0;
  const some = async () => {
    while (next < count) {
      next += 1;
      ready.push(await readyToSend(await guestAt(bloom, `198.51.100.${next % 250}`)));
    }
  };
  await Promise.all(Array.from({ length: 4 }, some));
  return ready;
}

/** All press Send, so many at once; how long each took is in milliseconds. A return counts when its own page is where the answer leads. */
export async function press(ready: readonly Guest[], connections: number) {
  const waiting = [...ready];
  const pages = new Set<string>();
  const times: number[] = [];
  const started = performance.now();
  const one = async () => {
    for (let guest = waiting.pop(); guest; guest = waiting.pop()) {
      const pressed = performance.now();
      pages.add(await send(guest));
      times.push(performance.now() - pressed);
    }
  };
  await Promise.all(Array.from({ length: connections }, one));
  const seconds = (performance.now() - started) / 1000;
  pages.delete("");
  return { perSecond: Math.round(ready.length / seconds), made: pages.size, times };
}

/** The address of the return's private page; empty where the answer led elsewhere. */
async function send({ walker }: Guest): Promise<string> {
  const form = walker.forms().find(({ html }) => html.includes('name="fingerprint"'));
  const body = new FormData();
  for (const [name, value] of form?.fields ?? []) body.append(name, value);
  const { origin } = walker.url; // as every browser says when it posts
  const headers = { cookie: walker.cookiesFor(walker.url), origin, "sec-fetch-site": "same-origin" };
  const answer = await fetch(walker.url, { method: "POST", body, headers, redirect: "manual" });
  await answer.body?.cancel();
  return /\/r\/[\w-]+/.exec(answer.headers.get("location") ?? "")?.[0] ?? "";
}
