import { toDecimal } from "@kept/money";
import { ordersNamed, readOrder } from "@kept/shopify";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { QuoteRequest } from "../quote/index.ts";
import { NotInstalled } from "../shop/index.ts";
import { askForReturn, openWorld, type TestWorld, value } from "../testing/index.ts";
import { type ApiContext, apiContext, createApiKey, quoteOrder, quotesPerMinute } from "./index.ts";

let world: TestWorld;
let key: ApiContext;
const shirt = { title: "Linen shirt", price: "20.00", quantity: 3 };
const tote = { title: "Tote", price: "40.00", quantity: 1 };

beforeAll(async () => {
  world = await openWorld({
    orders: [
      { name: "#1001", lines: [shirt, tote] },
      { name: "#1002", lines: [shirt], customer: null },
      { name: "#1003", lines: [{ title: "Kettle", price: "12.345", quantity: 2 }], currency: "KWD" },
      { name: "#1004", lines: [shirt, tote] },
    ],
  });
  key = await openKey();
});
afterAll(() => world.close());

/** Each has an allowance of its own. */
async function openKey(scopes: readonly "quotes"[] = ["quotes"]): Promise<ApiContext> {
  const { secret } = value(await createApiKey(world.owner, { name: "Warehouse", scopes }));
  const ctx = await apiContext(world.tools, secret, { requestId: "test" });
  if (!ctx) throw new Error("The key opens nothing");
  return ctx;
}

async function order(name: string) {
  const admin = await world.owner.admin();
  const [found] = await ordersNamed(admin, name);
  const read = found && (await readOrder(admin, found.id));
  if (!read) throw new Error(`No order ${name}`);
  return read;
}

async function request(name: string, change: Partial<QuoteRequest> = {}): Promise<QuoteRequest> {
  const { id, lines } = await order(name);
  const first = { lineItemId: lines[0]?.id ?? "", quantity: 1 };
  return { orderId: id, lines: [first], resolution: "store_credit", ...change };
}

test("a key hears what the portal promises: the same rows, the same sum", async () => {
  const { quote } = value(await quoteOrder(key, await request("#1004")));
  expect(toDecimal(quote.totals.total)).toBe("22.00");
  const asked = await askForReturn(world, { order: "#1004", lines: 1 });
  expect(quote.rows).toEqual(asked.quote.rows);
  expect(quote.totals).toEqual(asked.quote.totals);
});

test("units that were asked back a moment ago are not quoted again", async () => {
  const { lines } = await order("#1004");
  const all = [{ lineItemId: lines[0]?.id ?? "", quantity: 3 }];
  expect(await quoteOrder(key, await request("#1004", { lines: all }))).toEqual({
    ok: false,
    error: {
      code: "Invalid",
      problems: [{ at: ["lines", 0, "quantity"], problem: "more_than_left", left: 2 }],
    },
  });
});

test("ids are taken whole or as the number alone", async () => {
  const whole = await request("#1001");
  const number = (id: string) => id.split("/").at(-1) ?? "";
  const bare = {
    ...whole,
    orderId: number(whole.orderId),
    lines: whole.lines.map((line) => ({ ...line, lineItemId: number(line.lineItemId) })),
  };
  const [one, two] = [value(await quoteOrder(key, whole)), value(await quoteOrder(key, bare))];
  expect(two.quote.rows).toEqual(one.quote.rows);
});

test("a currency with three decimals keeps all of them", async () => {
  const { quote } = value(await quoteOrder(key, await request("#1003")));
  expect(toDecimal(quote.totals.base)).toBe("12.345");
});

test("everything that is wrong is named at once, field by field", async () => {
  const { lines } = await order("#1001");
  const shirts = lines[0]?.id ?? "";
  const asked = await request("#1001", {
    lines: [
      { lineItemId: shirts, quantity: 4 },
      { lineItemId: shirts, quantity: 1 },
      { lineItemId: "gid://shopify/LineItem/1", quantity: 1, reason: "boredom" },
    ],
  });
  const answer = await quoteOrder(key, asked);
  expect(!answer.ok && answer.error).toEqual({
    code: "Invalid",
    problems: [
      { at: ["lines", 0, "quantity"], problem: "more_than_left", left: 3 },
      { at: ["lines", 1, "lineItemId"], problem: "named_twice" },
      { at: ["lines", 2, "lineItemId"], problem: "unknown_line" },
      { at: ["lines", 2, "reason"], problem: "unknown_reason" },
    ],
  });
});

test("a resolution that is not on offer is refused with the reason", async () => {
  const admin = await world.owner.admin();
  const [found] = await ordersNamed(admin, "#1002");
  const read = found && (await readOrder(admin, found.id));
  const asked = { lineItemId: read?.lines[0]?.id ?? "", quantity: 1 };
  const answer = await quoteOrder(key, {
    orderId: read?.id ?? "",
    lines: [asked],
    resolution: "store_credit",
  });
  expect(!answer.ok && answer.error).toEqual({
    code: "Invalid",
    problems: [{ at: ["resolution"], problem: "no_customer" }],
  });
});

test.each(["gid://shopify/Order/1", "1", "gid://shopify/Customer/1", "#1001", ""])(
  "%j is no order of this shop",
  async (orderId) => {
    const answer = await quoteOrder(key, await request("#1001", { orderId }));
    expect(answer).toEqual({ ok: false, error: { code: "OrderNotFound" } });
  },
);

test("a key without the right is told which one it lacks", async () => {
  const powerless = await openKey([]);
  expect(await quoteOrder(powerless, await request("#1001"))).toEqual({
    ok: false,
    error: { code: "ScopeMissing", scope: "quotes" },
  });
});

test("a shop without its app is not reachable, and that is a refusal, not a crash", async () => {
  const away = { ...key, admin: () => Promise.reject(new NotInstalled("gone")) };
  const answer = await quoteOrder(away, await request("#1001"));
  expect(answer).toEqual({ ok: false, error: { code: "ShopifyUnreachable" } });
});

test("a key that asks too often is told how long to wait", async () => {
  const busy = await openKey();
  const nothing = await request("#1001", { orderId: "" });
  // Twice the allowance, because a minute may end in between.
  let answer = await quoteOrder(busy, nothing);
  for (let i = 0; i < 2 * quotesPerMinute.key && !toldToWait(answer); i += 1)
    answer = await quoteOrder(busy, nothing);
  if (!toldToWait(answer)) throw new Error("It was never told to wait");
  expect(answer.error.retryAfterSeconds).toBeGreaterThan(0);
  expect(answer.error.retryAfterSeconds).toBeLessThanOrEqual(60);
});

type Answer = Awaited<ReturnType<typeof quoteOrder>>;
type Wait = { ok: false; error: { code: "TooManyTries"; retryAfterSeconds: number } };

function toldToWait(answer: Answer): answer is Answer & Wait {
  return !answer.ok && answer.error.code === "TooManyTries";
}
