import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { issueCredit, pauseIssuing, resumeIssuing } from "../issuance/index.ts";
import { currentPolicy, type Policy, savePolicy } from "../policy/index.ts";
import { workerContext } from "../shop/index.ts";
import { askForReturn, expectBooksToAgree, openWorld, type TestWorld, value } from "../testing/index.ts";
import {
  approveReturn,
  followPolicies,
  inspectReturn,
  readReturn,
  receiveReturn,
  sendParcel,
} from "./index.ts";

let world: TestWorld;
let order = 1000;
const shirt = { title: "Linen shirt", price: "20.00", quantity: 3 };
const names = Array.from({ length: 14 }, (_, index) => `#${1001 + index}`);

beforeAll(async () => {
  world = await openWorld({ orders: names.map((name) => ({ name, lines: [shirt] })) });
});
afterEach(() => expectBooksToAgree(world));
afterAll(() => world.close());

/** From now on the shop has these rules. */
async function follow(change: Partial<Policy>) {
  const { policy, version } = await currentPolicy(world.owner);
  value(await savePolicy(world.owner, { policy: { ...policy, ...change }, basedOn: version }));
}

async function ask(units = 1, resolution: "store_credit" | "original_payment" = "store_credit") {
  order += 1;
  const { number } = await askForReturn(world, { order: `#${order}`, units, resolution });
  await world.work();
  return number;
}

async function look(number: number) {
  const detail = await readReturn(world.owner, number);
  const told = detail?.events.filter(({ kind }) => kind !== "mirrored" && kind !== "letter_sent");
  return { status: detail?.status, told: told?.map(({ kind, actor }) => `${kind} by ${actor.name}`) ?? [] };
}

const small = {
  id: "small",
  name: "Up to 25.00",
  priority: 1,
  when: { returnValue: { to: { USD: "25.00" } } },
};

test("a small request is approved and its credit issued without anybody; a larger one waits for a person", async () => {
  await follow({ approvalRules: [{ ...small, act: "approve" }], trigger: "on_approval" });
  const [one, two] = [await ask(1), await ask(2)];
  await world.work();
  expect(await look(one)).toMatchObject({ status: "resolved" });
  expect((await look(one)).told.slice(0, 3)).toEqual([
    "requested by Ada Lovelace",
    "approved by automation",
    "issuing_started by automation",
  ]);
  expect(await look(two)).toEqual({ status: "requested", told: ["requested by Ada Lovelace"] });
});

test("a rule that holds a request back is named on its timeline, once", async () => {
  await follow({ approvalRules: [{ ...small, act: "hold" }], otherwise: "approve", trigger: "by_hand" });
  const [held, free] = [await ask(1), await ask(2)];
  await world.work();
  expect((await look(held)).told).toEqual(["requested by Ada Lovelace", "held by automation"]);
  expect((await look(free)).told).toEqual(["requested by Ada Lovelace", "approved by automation"]);
  value(await approveReturn(world.owner, { number: held }));
  await world.work();
  expect((await look(held)).status).toBe("approved");
});

test.each<[Policy["trigger"], string]>([
  ["in_transit", "in_transit"],
  ["on_receipt", "received"],
  ["after_inspection", "inspected"],
])("with the trigger %s the credit goes out when the return is %s, not before", async (trigger, stage) => {
  await follow({ approvalRules: [], otherwise: "approve", trigger });
  const number = await ask(1);
  const steps = {
    in_transit: () => sendParcel(world.owner, { number, tracking: `1Z${number}` }),
    received: () => receiveReturn(world.owner, { number }),
    inspected: async () => {
      const [line] = (await readReturn(world.owner, number))?.lines ?? [];
      const finding = { lineId: line?.id ?? "", received: 1, disposition: "NOT_RESTOCKED" as const };
      return inspectReturn(world.owner, { number, findings: [finding] });
    },
  };
  for (const [name, step] of Object.entries(steps)) {
    expect((await look(number)).status).not.toBe("resolved");
    expect((await step()).ok).toBe(true);
    await world.work();
    if (name === stage) break;
  }
  expect((await look(number)).status).toBe("resolved");
});

test("where the customer keeps the item, nothing is waited for", async () => {
  const [reason] = (await currentPolicy(world.owner)).policy.reasons;
  await follow({ keepItemReasons: [reason?.key ?? ""], trigger: "on_receipt" });
  expect((await look(await ask(1))).status).toBe("resolved");
});

test("at once: what no rule holds is approved and paid as it is sent; the money itself is always a person's to send", async () => {
  await follow({ keepItemReasons: [], otherwise: "hold", trigger: "at_once" });
  const [credit, money] = [await ask(1), await ask(1, "original_payment")];
  await world.work();
  expect((await look(credit)).status).toBe("resolved");
  expect((await look(money)).status).toBe("approved");
});

test("what staff approve in Shopify is not paid by a rule: somebody here presses the button", async () => {
  await follow({ approvalRules: [], otherwise: "hold", trigger: "on_approval" });
  const number = await ask(1);
  const inShopify = {
    ...world.owner,
    role: null,
    actor: { kind: "shopify", name: "Shopify admin" } as const,
  };
  value(await approveReturn(inShopify, { number }));
  await world.work();
  expect((await look(number)).status).toBe("approved");
  value(await issueCredit(world.owner, { number }));
  await world.work();
  expect((await look(number)).status).toBe("resolved");
});

test("nor is what staff approve in Shopify where the customer keeps the item", async () => {
  const [reason] = (await currentPolicy(world.owner)).policy.reasons;
  await follow({ keepItemReasons: [reason?.key ?? ""], otherwise: "hold", trigger: "on_receipt" });
  const number = await ask(1);
  const inShopify = {
    ...world.owner,
    role: null,
    actor: { kind: "shopify", name: "Shopify admin" } as const,
  };
  value(await approveReturn(inShopify, { number }));
  await world.work();
  expect((await look(number)).status).toBe("approved");
});

test("what a rule would issue while the shop is paused goes out once it is resumed, though its own job gave up", async () => {
  await follow({ approvalRules: [], keepItemReasons: [], otherwise: "approve", trigger: "on_approval" });
  value(await pauseIssuing(world.owner, { reason: "Stocktaking" }));
  order += 1;
  const { number } = await askForReturn(world, { order: `#${order}` });
  await expect(world.work()).rejects.toThrow("ShopPaused");
  const before = await jobs("granted");
  value(await resumeIssuing(world.owner));
  expect(await jobs("granted")).toBe(before + 1);
  const worker = await workerContext(world.tools, world.owner.shop.id);
  if (worker) await followPolicies(worker);
  expect((await readReturn(world.owner, number))?.creditState).toBe("issuing");
  await world.work();
  expect((await look(number)).status).toBe("resolved");
});

async function jobs(queue: string): Promise<number> {
  const rows = await world.tools.database.$client`select id from pgboss.job where name = ${queue}`;
  return rows.length;
}
