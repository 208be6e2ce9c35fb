import { toDecimal } from "@kept/money";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { approveReturn, readReturn } from "../return/index.ts";
import {
  askForReturn,
  brisk,
  expectBooksToAgree,
  openWorld,
  type TestWorld,
  value,
  workUntilSettled,
} from "../testing/index.ts";
import { issueCredit } from "./issue-credit.ts";

// These live through real waiting; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 60_000 });

let world: TestWorld;
const lines = [{ title: "Linen shirt", price: "20.00", quantity: 1 }];
const orders = Array.from({ length: 40 }, (_, i) => ({ name: `#${2001 + i}`, lines }));

beforeAll(async () => {
  world = await openWorld({ orders, ...brisk });
});
afterEach(() => expectBooksToAgree(world));
afterAll(() => world.close());

/** Ada returns a shirt at 20.00; while it is issued, `fault` strikes the call `operation`, and `other` strikes as well. */
async function issueWhile(
  operation: string,
  fault: Record<string, unknown>,
  other?: Record<string, unknown>,
) {
  const order = orders.shift()?.name ?? "";
  const asked = await askForReturn(world, { order });
  value(await approveReturn(world.owner, { number: asked.number }));
  value(await issueCredit(world.owner, { number: asked.number }));
  const beside = other && (await world.standIn.faults({ shop: world.domain, ...other }));
  await world.standIn.faults({ operation, shop: world.domain, ...fault });
  await workUntilSettled(world);
  // How often it strikes until then depends on the machine: what is left of it is not the next story's.
  if (beside !== undefined) await world.standIn.endFault(beside);
  const detail = await readReturn(world.owner, asked.number);
  return {
    state: detail?.creditState,
    legs: detail?.credit?.legs.map((leg) => `${leg.kind} ${toDecimal(leg.amount)} ${leg.state}`),
    tries: detail?.credit?.legs.map((leg) => leg.attempts.length),
    letters: (await world.standIn.letters("ada@example.com", asked.returnKey)).length,
  };
}

const calls = [
  ["base", "returnProcess"],
  ["bonus", "storeCreditAccountCredit"],
] as const;
const done = { state: "issued", legs: ["base 20.00 confirmed", "bonus 2.00 confirmed"], letters: 1 };

const hidden = [
  ["the connection drops after it was done", { kind: "commit-then-drop" }],
  ["a 502 hides that it was done", { kind: "error-after" }],
  ["an internal error hides that it was done", { kind: "internal-error-after" }],
  ["half an answer hides that it was done", { kind: "malformed-after" }],
  ["the answer comes after we stopped waiting", { kind: "commit-then-delay", delayMs: 500 }],
  ["it is done only after we stopped waiting", { kind: "delay-then-commit", delayMs: 600 }],
] as const;

test.each(calls.flatMap(([leg, call]) => hidden.map(([what, fault]) => [what, leg, call, fault] as const)))(
  "when %s, the %s is found and never sent a second time",
  async (_what, leg, call, fault) => {
    const issued = await issueWhile(call, fault);
    expect(issued).toEqual({ ...done, tries: [1, 1] });
    expect(leg).toBe(call === "returnProcess" ? "base" : "bonus");
  },
);

const vain = [
  ["the connection drops before anything was done", { kind: "drop-before" }],
  ["a 502 comes before anything was done", { kind: "error-before" }],
  ["an internal error comes before anything was done", { kind: "internal-error-before" }],
  ["half an answer comes before anything was done", { kind: "malformed-before" }],
] as const;

test.each(
  calls.flatMap(([leg, call], i) => vain.map(([what, fault]) => [what, leg, call, fault, i] as const)),
)("when %s, the %s is sent once more, after it was looked for", async (_what, _leg, call, fault, i) => {
  const issued = await issueWhile(call, fault);
  expect(issued).toEqual({ ...done, tries: i === 0 ? [2, 1] : [1, 2] });
});

test.each(calls)(
  "a throttled %s is proof that nothing was done: it goes out again soon",
  async (_leg, call) => {
    const issued = await issueWhile(call, { kind: "throttle", count: 7 });
    expect(issued).toEqual({ ...done, tries: call === "returnProcess" ? [8, 1] : [1, 8] });
  },
);

test.each(calls)("a %s whose answer is lost while reads lag behind is not sent twice", async (_leg, call) => {
  const lag = { kind: "stale-reads", delayMs: 300, count: 12 };
  const issued = await issueWhile(call, { kind: "commit-then-drop" }, lag);
  expect(issued).toEqual({ ...done, tries: [1, 1] });
});

test.each(calls)("reads that fail for a while delay a %s and change nothing else", async (_leg, call) => {
  const blind = { kind: "error-before", operation: "query", count: 9 };
  const issued = await issueWhile(call, { kind: "error-after" }, blind);
  expect(issued).toEqual({ ...done, tries: [1, 1] });
});
