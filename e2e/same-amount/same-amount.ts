import { type Amount, amountShown, amountsWritten } from "../world/amount.ts";
import { newestCode } from "../world/codes.ts";
import { at } from "../world/env.ts";
import { linkTo } from "../world/letter-link.ts";
import { type OrderLine, placeOrder } from "../world/orders.ts";
import type { Shop } from "../world/shops.ts";
import { letters } from "../world/stand-in.ts";
import { Walker } from "../world/walker.ts";

/** One return and what each place said that it is worth. They must all say the same. */
export interface Said {
  readonly order: string;
  readonly resolution: "store_credit" | "original_payment";
  readonly amounts: Readonly<
    Record<"card" | "review" | "button" | "confirmation" | "status" | "letter" | "dashboard", Amount>
  >;
}

export function isOne({ amounts }: Said): boolean {
  return new Set(Object.values(amounts).map(({ minor, currency }) => `${minor} ${currency}`)).size === 1;
}

/** The same dice for the same seed (mulberry32). */
export function diceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Asks for one generated return over HTTP, and reads the amount wherever it stands. The shop's rules must rest meanwhile. */
export async function askAndCompare(shop: Shop, staff: Walker, dice: () => number): Promise<Said> {
  const email = `same-${crypto.randomUUID().slice(0, 8)}@example.com`;
  const lines = anyLines(dice, shop.currency);
  const order = await placeOrder(shop, { email, lines });
  const resolution = dice() < 0.75 ? "store_credit" : "original_payment";
  const customer = new Walker(at.portal);
  await customer.go(`/${shop.handle}?lang=en`);
  await customer.send('name="order"', { order, contact: email });
  await customer.send('name="code"', { code: await newestCode(order, email) });
  await customer.send("data-chosen", anyChoice(customer, dice));
  const shown = (text: string | undefined) =>
    text === undefined ? nothing(shop.currency) : amountShown(text, shop.currency);
  const card = customer.forms().find(({ html }) => html.includes(`value="${resolution}"`));
  const onCard = shown(large(card?.html ?? ""));
  await customer.send(`value="${resolution}"`, { resolution });
  const onReview = shown(large(sheet(customer.page)));
  const button = shown(/Send return · ([^<]+)</.exec(customer.page)?.[1]);
  await customer.send('name="fingerprint"');
  const confirmation = shown(large(sheet(customer.page)));
  const status = customer.url.pathname;
  const number = /R-\d+/.exec(customer.text())?.[0] ?? "";
  const stranger = await new Walker(at.portal).go(`${status}?lang=de`);
  return {
    order,
    resolution,
    amounts: {
      card: onCard,
      review: onReview,
      button,
      confirmation,
      status: amountsWritten(large(sheet(stranger.page)) ?? "", shop.currency)[0] ?? nothing(shop.currency),
      letter: shown(await amountInLetter(email, number)),
      dashboard: shown(
        amountInDashboard((await staff.go(`/${shop.handle}/returns/${number.slice(2)}`)).text()),
      ),
    },
  };
}

/** The shop's staff, signed in by the link in their mailbox. */
export async function signInStaff(email: string): Promise<Walker> {
  const staff = new Walker(at.dashboard);
  await staff.go("/api/auth/csrf");
  const { csrfToken } = JSON.parse(staff.page) as { csrfToken: string };
  const visit = crypto.randomUUID();
  await staff.post("/api/auth/signin/email", {
    csrfToken,
    email,
    callbackUrl: `${at.dashboard}/?visit=${visit}`,
  });
  await staff.go(await linkTo(email, visit));
  return staff;
}

/** What stands in the sheet of a page: the heading above it may name an amount as well. */
function sheet(page: string): string {
  const main = page.slice(page.indexOf("<main"));
  return main.slice(main.search(/class="(?:[^"]* )?rows /));
}

/** The amount in large. */
function large(html: string): string | undefined {
  return /text-(?:3|4)xl[^>]*>([^<]+)</.exec(html)?.[1];
}

/** Where no amount is said, which differs from every amount there is. */
function nothing(currency: string): Amount {
  return { minor: -1n, currency };
}

async function amountInLetter(email: string, number: string): Promise<string | undefined> {
  for (let tries = 0; tries < 600; tries += 1) {
    const letter = (await letters(email)).find(({ text }) => text.includes(number));
    if (letter) return /you chose: ([^\n]+)/.exec(letter.text)?.[1];
    await new Promise((later) => setTimeout(later, 100));
  }
  return undefined;
}

function amountInDashboard(text: string): string | undefined {
  return /(?:Store credit|Refund|Total)[^$€¥]{0,40}([$€¥][\d.,]+)/.exec(text)?.[1];
}

function anyLines(dice: () => number, currency: string): OrderLine[] {
  const price = () =>
    currency === "JPY" ? String(1 + Math.floor(dice() * 30_000)) : (0.05 + dice() * 300).toFixed(2);
  return Array.from({ length: 1 + Math.floor(dice() * 4) }, (_, at) => ({
    title: `Thing ${at + 1}`,
    price: price(),
    quantity: 1 + Math.floor(dice() * 4),
  }));
}

/** Some of what may come back, the first at least; each with the first reason. */
function anyChoice(customer: Walker, dice: () => number): Record<string, string> {
  const ids = [...customer.page.matchAll(/name="chosen\.([^"]+)"/g)].map(([, id = ""]) => id);
  const chosen: Record<string, string> = {};
  for (const [index, id] of ids.entries()) {
    if (index > 0 && dice() < 0.4) continue;
    const most = [
      ...customer.page.matchAll(
        new RegExp(`name="quantity\\.${id.replace(/[/.]/g, "\\$&")}"[\\s\\S]*?</select>`, "g"),
      ),
    ]
      .flatMap(([select]) => [...select.matchAll(/<option value="(\d+)"/g)])
      .map(([, value]) => Number(value));
    chosen[`chosen.${id}`] = "on";
    chosen[`quantity.${id}`] = String(1 + Math.floor(dice() * Math.max(1, most.length)));
    chosen[`reason.${id}`] = "too_small";
    chosen[`note.${id}`] = "";
  }
  return chosen;
}
