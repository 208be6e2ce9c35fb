import autocannon from "autocannon";
import { type Guest, guestAt } from "../attack/guest.ts";
import { formOf } from "../attack/raw.ts";
import { at } from "../world/env.ts";
import { bloom } from "../world/shops.ts";
import { Walker } from "../world/walker.ts";

export interface Figure {
  readonly case: string;
  readonly value: number;
  readonly unit: string;
  readonly floor?: number;
  readonly ratio?: number;
  readonly goal?: string;
  readonly ok: boolean;
}

export interface Wish {
  readonly url: string;
  readonly method: "GET" | "POST";
  readonly headers?: Record<string, string>;
  readonly body?: Buffer;
  /** What every answer says. */
  readonly says?: RegExp;
}

const bare = process.env.BARE_URL ?? "";

/**
 * Requests a second and the slowest hundredth, at 8 and 32 connections: the page with the form beside a page of a
 * Next.js app as it comes (the dashboard's first), a look-up and a quote beside a bare server with the same queries.
 */
export async function load(seconds: number): Promise<Figure[]> {
  const guest = await guestAt(bloom, "192.0.2.1");
  const find = await lookUp();
  const quote = await price(guest);
  const figures: Figure[] = [];
  for (const connections of [8, 32]) {
    const shot = (wish: Wish) => fire(wish, connections, seconds);
    const plainNext = await shot({ url: `${at.dashboard}/sign-in`, method: "GET" });
    const page = await shot({ url: `${at.portal}/bloom`, method: "GET" });
    figures.push(
      ...compared("look-up page", connections, page, plainNext, { least: 0.9, of: "a plain Next.js page" }),
    );
    const bareLookUp = await shot({ ...find, url: `${bare}/` });
    const looked = await shot(find);
    figures.push(...compared("look-up", connections, looked, bareLookUp));
    const bareQuote = await shot({ ...quote, url: `${bare}/?draft=${guest.key}` });
    const quoted = await shot(quote);
    figures.push(...compared("quote", connections, quoted, bareQuote));
  }
  return figures;
}

export interface Shots {
  readonly perSecond: number;
  readonly p99: number;
  readonly failed: number;
}

function compared(
  name: string,
  connections: number,
  ours: Shots,
  floor: Shots,
  goal?: { readonly least: number; readonly of: string },
): Figure[] {
  const ratio = hundredths(ours.perSecond / floor.perSecond);
  const well = ours.failed === 0 && floor.failed === 0 && ours.perSecond > 0 && floor.perSecond > 0;
  return [
    {
      case: `${name}, ${connections} connections`,
      value: ours.perSecond,
      unit: "requests/s",
      floor: floor.perSecond,
      ratio,
      ...(goal && { goal: `≥ ${goal.least} of ${goal.of}` }),
      ok: well && (goal === undefined || ratio >= goal.least),
    },
    {
      case: `${name}, ${connections} connections`,
      value: ours.p99,
      unit: "ms p99",
      floor: floor.p99,
      ratio: hundredths(ours.p99 / floor.p99),
      ok: well,
    },
  ];
}

/** Everybody asks from an address of their own. Answers that are not what was asked for count as failed. */
export async function fire(
  { url, method, headers = {}, body, says }: Wish,
  connections: number,
  seconds: number,
): Promise<Shots> {
  let caller = 0;
  const from = () => {
    caller += 1;
    return `10.${(caller >> 16) & 255}.${(caller >> 8) & 255}.${caller & 255}`;
  };
  const once = (duration: number) =>
    autocannon({
      url,
      connections,
      duration,
      ...(says && { verifyBody: (answer: unknown) => says.test(String(answer)) }),
      requests: [
        {
          method,
          ...(body && { body }),
          setupRequest: (request) => ({ ...request, headers: { ...headers, "x-forwarded-for": from() } }),
        },
      ],
    });
  await once(3); // a second is not enough for the compiler to have seen what is asked for most
  const result = await once(seconds);
  const failed = result.errors + result.timeouts + result["4xx"] + result["5xx"] + result.mismatches;
  return { perSecond: Math.round(result.requests.average), p99: result.latency.p99, failed };
}

/** The form in which a visitor names an order, as a browser sends it. */
async function lookUp(): Promise<Wish> {
  const walker = await new Walker(at.portal, { "x-forwarded-for": "192.0.2.1" }).go("/bloom?lang=en");
  const fields = walker.forms().find(({ html }) => html.includes('name="order"'))?.fields ?? [];
  const { body, headers } = await formOf([...fields, ["order", "#1001"], ["contact", "ada@example.com"]]);
  return { url: `${at.portal}/bloom`, method: "POST", body, headers };
}

/** What the items chosen so far would give, as the page's script asks for it. */
async function price(guest: Guest): Promise<Wish> {
  const fields = [
    [`chosen.${guest.item}`, "on"],
    [`quantity.${guest.item}`, "1"],
    [`reason.${guest.item}`, "too_small"],
  ] as const;
  const { body, headers } = await formOf(fields);
  return {
    url: `${at.portal}${guest.draft}/price`,
    method: "POST",
    body,
    headers: { ...headers, cookie: guest.pass },
    says: /\d/, // an amount, or the order it is of
  };
}

function hundredths(ratio: number): number {
  return Math.round(ratio * 100) / 100;
}
