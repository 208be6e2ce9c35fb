import { afterEach, expect, test } from "vitest";
import { listen } from "../testing/listen.ts";
import { expectBooksToBalance, openShop } from "../testing/stand-in.ts";

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

const credit = `mutation($id: ID!, $c: StoreCreditAccountCreditInput!) { storeCreditAccountCredit(id: $id, creditInput: $c) { storeCreditAccountTransaction { amount { amount } } userErrors { code } } }`;

async function overTheWire() {
  const bloom = openShop();
  const server = await listen(bloom.world);
  closers.push(server.close);
  const token = bloom.shop.installations.all()[0]?.accessToken ?? "";
  const customer = `gid://shopify/Customer/${bloom.shop.customers.all()[0]?.id}`;
  const control = (method: string, path: string, body?: unknown) =>
    fetch(`${server.url}/control/${path}`, { method, ...(body ? { body: JSON.stringify(body) } : {}) }).then(
      (reply) => reply.json(),
    );
  const send = (query: string, variables: unknown, signal?: AbortSignal) =>
    fetch(`${server.url}/${bloom.domain}/admin/api/2026-10/graphql.json`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-shopify-access-token": token },
      body: JSON.stringify({ query, variables }),
      ...(signal ? { signal } : {}),
    });
  const pay = (signal?: AbortSignal) =>
    send(credit, { id: customer, c: { creditAmount: { amount: "5.00", currencyCode: "USD" } } }, signal);
  const balance = () => bloom.shop.accounts.all()[0]?.balance ?? 0n;
  return { bloom, control, send, pay, balance, customer };
}

test("a connection dropped before the commit moves nothing; one dropped after it has moved everything", async () => {
  const { bloom, control, pay, balance } = await overTheWire();
  await control("POST", "faults", { kind: "drop-before", operation: "storeCreditAccountCredit" });
  await expect(pay()).rejects.toThrow();
  expect(balance()).toBe(0n);
  await control("POST", "faults", { kind: "commit-then-drop", operation: "storeCreditAccountCredit" });
  await expect(pay()).rejects.toThrow();
  expect(balance()).toBe(500n);
  expectBooksToBalance(bloom);
});

test("a client that hangs up early still gets its credit committed, and the truth knows the request", async () => {
  const { bloom, control, pay, balance } = await overTheWire();
  await control("POST", "faults", {
    kind: "delay-then-commit",
    operation: "storeCreditAccountCredit",
    delayMs: 1_000,
  });
  const client = new AbortController();
  const hangsUp = expect(pay(client.signal)).rejects.toThrow();
  await expect.poll(() => bloom.world.faults.all()[0]?.struck.length).toBe(1);
  client.abort();
  await hangsUp;
  expect(balance()).toBe(0n);
  await expect.poll(balance).toBe(500n);
  const { faults } = await control("GET", "faults");
  const truth = await control("GET", `truth?shop=${bloom.domain}`);
  const moved = truth.movements.filter((entry: { kind: string }) => entry.kind === "store_credit");
  expect(moved.map((entry: { requestId: string }) => entry.requestId)).toEqual(faults[0].struck);
});

test("a 502 or half an answer after the commit hides a credit that exists", async () => {
  const { control, pay, balance } = await overTheWire();
  await control("POST", "faults", { kind: "error-after" });
  expect((await pay()).status).toBe(502);
  await control("POST", "faults", { kind: "malformed-after" });
  await expect((await pay()).json()).rejects.toThrow();
  expect(balance()).toBe(1000n);
});

test("throttling is HTTP 200 and nothing is executed", async () => {
  const { control, pay, balance } = await overTheWire();
  await control("POST", "faults", { kind: "throttle" });
  const reply = await pay();
  expect(reply.status).toBe(200);
  const answer = (await reply.json()) as {
    errors: unknown[];
    extensions: { cost: { actualQueryCost: unknown } };
  };
  expect(answer.errors).toEqual([
    {
      message: "Throttled",
      extensions: { code: "THROTTLED", documentation: "https://shopify.dev/api/usage/rate-limits" },
    },
  ]);
  expect(answer.extensions.cost.actualQueryCost).toBeNull();
  expect(balance()).toBe(0n);
});

test("reads may lag behind writes by as long as was ordered", async () => {
  const { control, send, pay, customer } = await overTheWire();
  const read = async () => {
    const reply = await send(
      "query($id: ID!) { customer(id: $id) { storeCreditAccounts(first: 1) { nodes { balance { amount } } } } }",
      { id: customer },
    );
    const answer = (await reply.json()) as {
      data: { customer: { storeCreditAccounts: { nodes: { balance: { amount: string } }[] } } };
    };
    return answer.data.customer.storeCreditAccounts.nodes[0]?.balance.amount;
  };
  await control("POST", "faults", { kind: "stale-reads", delayMs: 2_000, count: null });
  await pay();
  expect(await read()).toBeUndefined();
  await expect.poll(read).toBe("5.0");
});

test("a token can run out in the middle of a job, and an app can be uninstalled", async () => {
  const { control, pay } = await overTheWire();
  await control("POST", "faults", { kind: "expire-token" });
  expect((await pay()).status).toBe(401);
  expect((await pay()).status).toBe(401);
});

test("the same seed strikes the same requests", async () => {
  const { bloom } = await overTheWire();
  const pattern = () => {
    bloom.world.faults.remove();
    bloom.world.faults.add({ kind: "drop-before", probability: 0.5, count: null, seed: 7 });
    return Array.from({ length: 20 }, (_, index) =>
      Boolean(bloom.world.faults.strike({ names: [], shop: null, handle: null, requestId: String(index) })),
    );
  };
  const first = pattern();
  expect(pattern()).toEqual(first);
  expect(new Set(first).size).toBe(2);
});
