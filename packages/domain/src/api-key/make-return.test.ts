import { toDecimal } from "@kept/money";
import { ordersNamed, readOrder } from "@kept/shopify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readReturn } from "../return/index.ts";
import { openWorld, type TestWorld, value } from "../testing/index.ts";
import { type ApiContext, apiContext, createApiKey, makeReturn, type ReturnRequest } from "./index.ts";

let world: TestWorld;
let key: ApiContext;
const shirt = { title: "Linen shirt", price: "20.00", quantity: 3 };

beforeAll(async () => {
  world = await openWorld({
    orders: ["#1001", "#1002"].map((name) => ({ name, lines: [shirt] })),
    policy: (policy) => ({
      ...policy,
      reasons: [
        { ...policy.reasons[0], key: "fine", photo: "never", note: "optional" },
        { ...policy.reasons[0], key: "broken", photo: "required", note: "required" },
      ] as typeof policy.reasons,
    }),
  });
  const scopes = ["returns:write"] as const;
  const { secret } = value(await createApiKey(world.owner, { name: "Helpdesk", scopes }));
  const opened = await apiContext(world.tools, secret, { requestId: "test" });
  if (!opened) throw new Error("The key opens nothing");
  key = opened;
});
afterAll(() => world.close());

async function asking(name: string, quantity: number, reason = "fine"): Promise<ReturnRequest> {
  const admin = await world.owner.admin();
  const [found] = await ordersNamed(admin, name);
  const order = found && (await readOrder(admin, found.id));
  const lines = [{ lineItemId: order?.lines[0]?.id ?? "", quantity, reason }];
  return { orderId: order?.id ?? "", lines, resolution: "store_credit" };
}

test("a program makes a return as the customer would, and answers for it; its name makes one, also at once", async () => {
  const request = { ...(await asking("#1001", 1)), note: "Called us" };
  const calls = await Promise.all([1, 2, 3, 4].map(() => makeReturn(key, request, "call-1")));
  const { number } = value(await makeReturn(key, request, "call-1"));
  expect(calls.map((call) => value(call).number)).toEqual([number, number, number, number]);
  const detail = await readReturn(world.owner, number);
  expect(detail).toMatchObject({ status: "requested", customerName: "Ada Lovelace", note: "Called us" });
  expect(toDecimal(detail?.quote.totals.total ?? { minor: 0n, currency: "USD" })).toBe("22.00");
  expect(detail?.events[0]).toMatchObject({
    kind: "requested",
    actor: { kind: "api_key", name: "Helpdesk" },
    detail: { onBehalf: true },
  });
  expect(value(await makeReturn(key, request, "call-2")).number).not.toBe(number);
});

test("what the customer could not ask for, a program cannot either; every field that is wrong is named", async () => {
  const problems = async (request: ReturnRequest, name: string) => {
    const refusal = await makeReturn(key, request, name);
    if (refusal.ok || refusal.error.code !== "Invalid") throw new Error("It was not refused for its fields");
    return refusal.error.problems;
  };
  expect(await problems(await asking("#1002", 4), "much")).toEqual([
    { at: ["lines", 0, "quantity"], problem: "more_than_left", left: 3 },
  ]);
  expect(await problems(await asking("#1002", 1, "mood"), "mood")).toEqual([
    { at: ["lines", 0, "reason"], problem: "unknown_reason" },
  ]);
  const broken = await asking("#1002", 1, "broken");
  expect(await problems(broken, "note")).toEqual([{ at: ["lines", 0, "note"], problem: "note_missing" }]);
  const noted = broken.lines.map((line) => ({ ...line, note: "In two" }));
  expect(await problems({ ...broken, lines: noted }, "photo")).toEqual([
    { at: ["lines", 0, "reason"], problem: "photo_missing" },
  ]);
  const gone = { ...(await asking("#1002", 1)), orderId: "gid://shopify/Order/1" };
  expect(await makeReturn(key, gone, "gone")).toMatchObject({ error: { code: "OrderNotFound" } });
});

test("without its scope a key makes nothing", async () => {
  const without = { ...key, scopes: ["returns:decide" as const] };
  expect(await makeReturn(without, await asking("#1002", 1), "no")).toMatchObject({
    error: { code: "ScopeMissing" },
  });
});
