import { codeLetters, newestCode } from "../world/codes.ts";
import { at } from "../world/env.ts";
import { placeOrder } from "../world/orders.ts";
import { bloom } from "../world/shops.ts";
import { Walker } from "../world/walker.ts";
import { type Answered, ask, formOf, inLanes } from "./raw.ts";

/**
 * G12. Somebody who guesses learns nothing from an answer or its time, is stopped by what the installation allows, and
 * neither floods a mailbox nor shuts out its owner. Behind one trusted proxy, so that callers come from many addresses.
 */
export async function enumeration(wishes: { guesses: number; pairs: number; allowed: number }) {
  const find = await findForm();
  const told = await tellsApart(wishes);
  const hit = await anOrder();
  const oneAddress = await fromOneAddress(find, wishes.guesses);
  const manyAddresses = await fromManyAddresses(find, hit, wishes.guesses);
  const customer = await stillGetsIn(hit);
  const ok =
    told.differences.length === 0 &&
    told.medianGapMs < 5 &&
    oneAddress.passed <= wishes.allowed &&
    oneAddress.faults === 0 &&
    manyAddresses.opened === 0 &&
    manyAddresses.faults === 0 &&
    manyAddresses.letters <= manyAddresses.lettersAllowed &&
    customer.gotIn;
  return { ...told, oneAddress, manyAddresses, customer, ok };
}

/** Orders there are and are not, side by side: the answer, the page it leads to, and the middle of their times. */
export async function tellsApart({ pairs }: { pairs: number }) {
  const find = await findForm();
  const hit = await anOrder();
  const times = { hit: [] as number[], miss: [] as number[] };
  const differences = new Set<string>();
  for (let n = 0; n < pairs; n += 1) {
    const number = `#9${String(n).padStart(hit.order.length - 2, "0")}`;
    const miss = { order: number, email: `not${hit.email.slice(3)}` };
    const seen = { hit: "", miss: "" };
    for (const kind of n % 2 === 0 ? (["hit", "miss"] as const) : (["miss", "hit"] as const)) {
      const { order, email } = kind === "hit" ? hit : miss;
      const answer = await lookFor(find, order, email, addressOf(n, kind === "hit" ? 1 : 2));
      times[kind].push(answer.milliseconds);
      const page = await ask(answer.headers.location ?? "/", { headers: { cookie: cookieOf(answer) } });
      seen[kind] = `${shape(answer)}\n${shape(page).replaceAll(order, "ORDER").replaceAll(email, "EMAIL")}`;
    }
    if (seen.hit !== seen.miss) differences.add(firstDifference(seen.hit, seen.miss));
  }
  const [hitMs, missMs] = [median(times.hit), median(times.miss)];
  const medianGapMs = rounded(Math.abs(hitMs - missMs));
  return { pairs, differences: [...differences].slice(0, 5), medianMs: rounded(hitMs), medianGapMs };
}

interface Named {
  readonly order: string;
  readonly email: string;
}

async function anOrder(): Promise<Named> {
  const email = `hit-${crypto.randomUUID().slice(0, 8)}@example.com`;
  return {
    email,
    order: await placeOrder(bloom, { email, lines: [{ title: "Linen shirt", price: "20", quantity: 1 }] }),
  };
}

type FindForm = readonly (readonly [string, string])[];

/** The hidden fields of the form with which one looks for an order. */
async function findForm(): Promise<FindForm> {
  const walker = await new Walker(at.portal).go(`/${bloom.handle}?lang=en`);
  return walker.forms().find(({ html }) => html.includes('name="order"'))?.fields ?? [];
}

async function lookFor(find: FindForm, order: string, contact: string, address: string): Promise<Answered> {
  const { body, headers } = await formOf([...find, ["order", order], ["contact", contact]]);
  const from = { "x-forwarded-for": address, cookie: "kept_lang=en" };
  return ask(`/${bloom.handle}`, { method: "POST", body, headers: { ...headers, ...from } });
}

async function fromOneAddress(find: FindForm, guesses: number) {
  let passed = 0;
  let faults = 0;
  await inLanes(guesses, 8, async (n) => {
    const { status, headers } = await lookFor(find, `#${1000 + n}`, "ada@example.com", "198.51.100.7");
    if (status >= 500) faults += 1;
    if (headers.location?.endsWith("/code")) passed += 1;
  });
  return { guesses, passed, faults };
}

/** A thousand addresses: they name the right order and its e-mail, and guess the code that lies in the mailbox. */
async function fromManyAddresses(find: FindForm, { order, email }: Named, guesses: number) {
  const addresses = Math.min(1_000, guesses);
  const started = Date.now();
  let [opened, faults] = [0, 0];
  await inLanes(addresses, 8, async (n) => {
    const from = addressOf(n, 3);
    const looked = await lookFor(find, order, email, from);
    if (looked.status >= 500) faults += 1;
    const cookie = cookieOf(looked);
    const { body: page } = await ask(`/${bloom.handle}/code`, { headers: { cookie } });
    const hidden = hiddenFields(page.toString(), 'name="code"');
    for (let guess = 1; guess < guesses / addresses; guess += 1) {
      const code = String(Math.floor(Math.random() * 1e8)).padStart(8, "0");
      const { body, headers } = await formOf([...hidden, ["code", code]]);
      const sent = { ...headers, cookie, "x-forwarded-for": from };
      const answer = await ask(`/${bloom.handle}/code`, { method: "POST", body, headers: sent });
      if (answer.status >= 500) faults += 1;
      if (/\/return\//.test(answer.headers.location ?? "")) opened += 1;
    }
  });
  const minutes = (Date.now() - started) / 60_000;
  // Five at once, then one every five minutes.
  const lettersAllowed = 5 + Math.ceil(minutes / 5);
  return {
    addresses,
    guesses,
    opened,
    faults,
    letters: (await codeLetters(order, email)).length,
    lettersAllowed,
  };
}

/**
 * The one whose order it is, in the middle of all that. They try what lies in their mailbox and whatever comes later:
 * their code may come with the next letter that may be sent, five minutes after the last, or, where a crowd waits with
 * them, with the one after that; but it comes.
 */
async function stillGetsIn({ order, email }: Named) {
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  const walker = new Walker(at.portal, { "x-forwarded-for": "203.0.113.77" });
  await walker.go(`/${bloom.handle}?lang=en`);
  await walker.send('name="order"', { order, contact: email });
  let tried = -1;
  while (seconds() < 700) {
    await new Promise((later) => setTimeout(later, 2_000));
    const letters = (await codeLetters(order, email)).length;
    if (letters === tried) continue;
    tried = letters;
    await walker.send('name="code"', { code: await newestCode(order, email) });
    if (walker.url.pathname.endsWith("/items")) return { gotIn: true, seconds: seconds() };
  }
  return { gotIn: false, seconds: seconds() };
}

function hiddenFields(page: string, mark: string): [string, string][] {
  const form = [...page.matchAll(/<form\b[\s\S]*?<\/form>/g)]
    .map(([html]) => html)
    .find((html) => html.includes(mark));
  return [...(form ?? "").matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g)].map(
    ([, name = "", value = ""]) => [name, value.replaceAll("&quot;", '"')],
  );
}

function cookieOf({ headers }: Answered): string {
  return ["kept_lang=en", ...(headers["set-cookie"] ?? []).map((set) => set.split(";")[0] ?? "")].join("; ");
}

/** Everything of an answer but what every answer has anew. */
function shape({ status, headers, body }: Answered): string {
  const anew = new Set(["date", "x-request-id", "content-security-policy"]);
  const said = Object.entries(headers)
    .filter(([name]) => !anew.has(name))
    .map(
      ([name, value]) =>
        `${name}: ${String(value)
          .replace(/kept_lookup=[\w.-]+/, "KEY")
          .replace(/Expires=[^;]+/i, "")}`,
    );
  const text = body
    .toString()
    .replaceAll(/nonce="[^"]*"/g, "")
    .replaceAll(/name="about" value="[\w-]{10}"/g, "ABOUT");
  return `${status}\n${said.join("\n")}\n${text}`;
}

function firstDifference(one: string, other: string): string {
  const lines = other.split("\n");
  const [at = 0, line = ""] = [...one.split("\n").entries()].find(([n, text]) => text !== lines[n]) ?? [];
  return `${line.slice(0, 200)} / ${lines[at]?.slice(0, 200)}`;
}

/** Ten thousand addresses nobody has. */
function addressOf(n: number, block: number): string {
  return `10.${block}.${Math.floor(n / 250)}.${n % 250}`;
}

function median(times: number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

function rounded(ms: number): number {
  return Math.round(ms * 100) / 100;
}
