import { parseArgs } from "node:util";
import { guestOf, sendReturn } from "../attack/guest.ts";
import { at } from "../world/env.ts";
import { type Crew, cpuOf } from "./cpu.ts";
import { Post } from "./post.ts";

/**
 * The whole flow, over and over: customers come to a shop's portal, prove whose order it is with the code from their
 * mailbox, choose, and send a return that the shop's own rules approve and credit; each comes to their end when the letter
 * about their credit is there, and another begins. So nothing piles up: what is counted is what is sustained. One JSON line a
 * figure; ends badly when a goal is missed or one cent is not where it belongs.
 */
const text = (value: string) => ({ type: "string", default: value }) as const;
const { values } = parseArgs({
  options: { shop: text("flow"), minutes: text("5"), "warm-up": text("30"), customers: text("24") },
});
const customers = Number(values.customers);
const seconds = Number(values.minutes) * 60;
const handle = values.shop;
const shop = { handle, domain: `${handle}.myshopify.com`, currency: "USD", owner: "" };
const crew: Crew = { ...JSON.parse(process.env.PROCESSES ?? "{}"), customers: process.pid };
const goal = 33;
/** Returns a second of Loop in its record hour, 11,989. */
const record = 3.3;

const post = new Post();
post.open();
const sent: string[] = [];
const troubles: string[] = [];
const ended: { readonly at: number; readonly took: number }[] = [];
let next = 0;
let closing = false;

const everybody = Promise.all(Array.from({ length: customers }, comeAgain));
await pause(Number(values["warm-up"]));
const [since, before] = [performance.now(), cpuOf(crew)];
await pause(seconds);
const [until, after] = [performance.now(), cpuOf(crew)];
closing = true;
await everybody;
await pause(2); // a second letter or a second credit would come now
await post.close();

const within = ended.filter(({ at }) => at >= since && at < until);
const perSecond = Math.round((within.length / (until - since)) * 10_000) / 10;
const minutes = Math.round((until - since) / 6_000) / 10;
const judged = await judge();
const took = within.map((each) => each.took).sort((a, b) => a - b);
const name = `look-up to letter, ${customers} customers at once, ${minutes} min`;
print({
  case: name,
  value: perSecond,
  unit: "returns/s",
  floor: record,
  ratio: Math.round((perSecond / record) * 10) / 10,
  goal: `≥ ${goal}`,
  ok: perSecond >= goal,
});
for (const percent of [50, 95])
  print({
    case: name,
    value: Math.round(took[Math.floor((took.length * percent) / 100)] ?? 0),
    unit: `ms p${percent}`,
  });
for (const [what, of] of Object.entries(judged))
  print({ case: what, value: of.length, unit: `of ${sent.length} returns`, goal: 0, ok: of.length === 0 });
for (const [process, used] of Object.entries(after)) {
  const ms = (used - (before[process] ?? 0)) / within.length;
  print({ case: `CPU of ${process}`, value: Math.round(ms * 10) / 10, unit: "ms a return" });
}
for (const trouble of new Set(troubles)) process.stderr.write(`${trouble}\n`);
const wrong = Object.values(judged).flat().length;
process.exit(wrong === 0 && perSecond >= goal ? 0 : 1);

async function comeAgain(): Promise<void> {
  while (!closing) {
    next += 1;
    const bought = { order: `#${1000 + next}`, email: `c${next - 1}@example.com` };
    const from = `10.${(next >> 16) & 255}.${(next >> 8) & 255}.${next & 255}`;
    const started = performance.now();
    try {
      await sendReturn(await guestOf(shop, bought, from, post.codeOf));
      sent.push(bought.email);
      await post.letter(bought.email, "store_credit_issued");
      const at = performance.now();
      ended.push({ at, took: at - started });
    } catch (error) {
      troubles.push(`${error}`.slice(0, 300));
    }
  }
}

/** Everybody who sent something has two credits and one letter about them; nobody who did not has any. */
async function judge(): Promise<Record<string, readonly string[]>> {
  const answer = await fetch(`${at.sandbox}/control/truth?shop=${shop.domain}`);
  const { accounts, movements, broken } = (await answer.json()) as Truth;
  const owners = new Map(accounts.map(({ id, email }) => [id, email]));
  const credits = new Map<string, number>();
  for (const { kind, type, account } of movements) {
    const email = owners.get(account ?? "");
    if (kind === "store_credit" && type === "credit" && email)
      credits.set(email, (credits.get(email) ?? 0) + 1);
  }
  const letters = (email: string) => post.count(email, "store_credit_issued");
  return {
    "not sent": troubles,
    lost: sent.filter((email) => (credits.get(email) ?? 0) < 2 || letters(email) < 1),
    doubled: [...credits.keys()].filter((email) => (credits.get(email) ?? 0) > 2 || letters(email) > 1),
    "accounts that do not add up": broken,
  };
}

interface Truth {
  readonly broken: readonly string[];
  readonly accounts: readonly { readonly id: string; readonly email: string | null }[];
  readonly movements: readonly {
    readonly kind: string;
    readonly type: string;
    readonly account: string | null;
  }[];
}

function pause(forSeconds: number): Promise<void> {
  return new Promise((later) => setTimeout(later, forSeconds * 1_000));
}

function print(figures: object): void {
  process.stdout.write(`${JSON.stringify({ bench: "flow", ...figures })}\n`);
}
