import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { eq, sql, tables } from "@kept/database";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { issueCredit } from "../issuance/index.ts";
import { returnResource } from "../resource/index.ts";
import { approveReturn, declineReturn } from "../return/index.ts";
import { workerContext } from "../shop/index.ts";
import { askForReturn, openWorld, shirtOrders, type TestWorld, value } from "../testing/index.ts";
import {
  addEndpoint,
  changeEndpoint,
  changeSecret,
  deliverWebhook,
  listDeliveries,
  listEndpoints,
  mostTries,
  readEndpoint,
  removeEndpoint,
  replayDelivery,
  topics,
} from "./index.ts";

interface Heard {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}
let world: TestWorld;
let other: TestWorld;
let server: Server;
let heard: Heard[] = [];
let answer: { status: number; location?: string } = { status: 204 };
let url: string;
const { webhookDeliveries, webhookEndpoints } = tables;

beforeAll(async () => {
  world = await openWorld({ orders: shirtOrders(1001, 8) });
  other = await openWorld({ orders: [] });
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      heard.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
      response.writeHead(answer.status, answer.location ? { location: answer.location } : {});
      response.end(`thanks ${heard.length}`);
    });
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`;
});
afterAll(async () => {
  server.close();
  await world.close();
  await other.close();
});
beforeEach(async () => {
  heard = [];
  answer = { status: 204 };
  for (const { id } of await listEndpoints(world.owner)) await removeEndpoint(world.owner, { id });
});

async function deliverAll(now = false) {
  const ctx = await workerContext(world.tools, world.owner.shop.id);
  if (!ctx) throw new Error("No shop");
  const waiting = await ctx.inShop(async (tx) => {
    if (now) await tx.update(webhookDeliveries).set({ nextAt: sql`clock_timestamp()` });
    return tx.select().from(webhookDeliveries).where(eq(webhookDeliveries.state, "waiting"));
  });
  for (const { id } of waiting) await deliverWebhook(ctx, id);
}

const all = [...topics];

test("everything that happens to a return is told once, signed, with sums that add up and no names", async () => {
  const { endpoint, secret } = value(await addEndpoint(world.owner, { url, topics: all }));
  const { number } = await askForReturn(world, { order: "#1001" });
  value(await approveReturn(world.owner, { number }));
  value(await issueCredit(world.owner, { number }));
  await world.work();
  await deliverAll();
  const told = heard.map(({ headers, body }) => new Webhook(secret).verify(body, headers as never) as Letter);
  expect(told.map(({ type }) => type)).toEqual(["return.requested", "return.approved", "credit.issued"]);
  const issued = returnResource.parse(told.at(-1)?.data);
  expect(issued.amounts.total).toEqual({ amount: "22.00", currency: "USD" });
  expect(issued.credit?.issued).toEqual(issued.amounts.total);
  expect(issued.credit?.legs.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
    "base confirmed",
    "bonus confirmed",
  ]);
  expect(issued.credit?.legs.every((leg) => leg.transactionId ?? leg.refundId)).toBe(true);
  expect(heard.map(({ body }) => body).join()).not.toMatch(/ada@example|Lovelace/);
  await deliverAll(true);
  expect(heard).toHaveLength(3);
  const { rows } = await listDeliveries(world.owner, { endpointId: endpoint.id });
  expect(rows.map(({ state }) => state)).toEqual(["delivered", "delivered", "delivered"]);
  expect(rows[0]?.attempts).toMatchObject([{ n: 1, status: 204, error: null }]);
});

interface Letter {
  readonly id: string;
  readonly type: string;
  readonly data: unknown;
}

test("only what an endpoint asked for is told to it, and where nobody asks nothing is written", async () => {
  value(await addEndpoint(world.owner, { url, topics: ["return.declined"] }));
  const { number } = await askForReturn(world, { order: "#1002" });
  value(await declineReturn(world.owner, { number, reason: "Worn" }));
  await deliverAll();
  expect(heard.map(({ body }) => JSON.parse(body).type)).toEqual(["return.declined"]);
  const before = await world.owner.inShop((tx) => tx.select().from(tables.outgoingEvents));
  for (const { id } of await listEndpoints(world.owner)) await removeEndpoint(world.owner, { id });
  await askForReturn(world, { order: "#1003" });
  expect(await world.owner.inShop((tx) => tx.select().from(tables.outgoingEvents))).toHaveLength(
    before.length,
  );
});

test("what a receiver does not take is sent again later, the very same letter, until it is", async () => {
  const { endpoint } = value(await addEndpoint(world.owner, { url, topics: all }));
  await askForReturn(world, { order: "#1004" });
  answer = { status: 500 };
  await deliverAll();
  await deliverAll();
  expect(heard).toHaveLength(1);
  expect((await readEndpoint(world.owner, endpoint.id))?.failingSince).toBeInstanceOf(Date);
  answer = { status: 200 };
  await deliverAll(true);
  expect(heard.map(({ headers }) => headers["webhook-id"])).toEqual([
    heard[0]?.headers["webhook-id"],
    heard[0]?.headers["webhook-id"],
  ]);
  expect(heard[1]?.body).toBe(heard[0]?.body);
  expect((await readEndpoint(world.owner, endpoint.id))?.failingSince).toBeNull();
});

test("after twelve tries a letter rests, and a person can send it again", async () => {
  const { endpoint } = value(await addEndpoint(world.owner, { url, topics: all }));
  await askForReturn(world, { order: "#1005" });
  answer = { status: 503 };
  for (let tries = 0; tries < mostTries + 3; tries += 1) await deliverAll(true);
  expect(heard).toHaveLength(mostTries);
  const [failed] = (await listDeliveries(world.owner, { endpointId: endpoint.id })).rows;
  expect(failed).toMatchObject({ state: "failed" });
  answer = { status: 200 };
  value(await replayDelivery(world.owner, { id: failed?.id ?? "" }));
  await deliverAll();
  const [again] = (await listDeliveries(world.owner, { endpointId: endpoint.id })).rows;
  expect(again).toMatchObject({ state: "delivered", eventId: failed?.eventId });
  expect(again?.attempts).toHaveLength(mostTries + 1);
});

test("an endpoint that fails for days, or says it is gone, is turned off, and turned on by a person", async () => {
  const { endpoint } = value(await addEndpoint(world.owner, { url, topics: all }));
  const { number } = await askForReturn(world, { order: "#1006" });
  answer = { status: 500 };
  await deliverAll();
  await world.owner.inShop((tx) =>
    tx
      .update(webhookEndpoints)
      .set({ failingSince: sql`clock_timestamp() - interval '3 days 1 minute'` })
      .where(eq(webhookEndpoints.id, endpoint.id)),
  );
  await deliverAll(true);
  expect(await readEndpoint(world.owner, endpoint.id)).toMatchObject({ disabledBecause: "failing" });
  await deliverAll(true);
  expect(heard).toHaveLength(2);
  const [dropped] = (await listDeliveries(world.owner, { endpointId: endpoint.id })).rows;
  expect(dropped?.state).toBe("dropped");
  expect(await replayDelivery(world.owner, { id: dropped?.id ?? "" })).toMatchObject({
    error: { code: "EndpointOff" },
  });
  value(await changeEndpoint(world.owner, { id: endpoint.id, enabled: true }));
  answer = { status: 410 };
  value(await declineReturn(world.owner, { number, reason: "Worn" }));
  await deliverAll();
  expect(await readEndpoint(world.owner, endpoint.id)).toMatchObject({ disabledBecause: "gone" });
});

test("while a secret is changed both sign; a day later only the new one does", async () => {
  const { endpoint, secret: old } = value(await addEndpoint(world.owner, { url, topics: all }));
  const { secret: fresh } = value(await changeSecret(world.owner, { id: endpoint.id }));
  await askForReturn(world, { order: "#1007" });
  await deliverAll();
  for (const secret of [old, fresh])
    new Webhook(secret).verify(heard[0]?.body ?? "", heard[0]?.headers as never);
  await world.owner.inShop((tx) =>
    tx
      .update(webhookEndpoints)
      .set({ previousUntil: sql`clock_timestamp() - interval '1 second'` })
      .where(eq(webhookEndpoints.id, endpoint.id)),
  );
  const [told] = (await listDeliveries(world.owner, { endpointId: endpoint.id })).rows;
  value(await replayDelivery(world.owner, { id: told?.id ?? "" }));
  await deliverAll();
  expect(() => new Webhook(old).verify(heard[1]?.body ?? "", heard[1]?.headers as never)).toThrow();
  new Webhook(fresh).verify(heard[1]?.body ?? "", heard[1]?.headers as never);
});

test("a redirect is an answer, and not followed", async () => {
  value(await addEndpoint(world.owner, { url, topics: all }));
  await askForReturn(world, { order: "#1008" });
  answer = { status: 302, location: url };
  await deliverAll();
  expect(heard).toHaveLength(1);
});

test("another shop's endpoints and letters are ones that are not there", async () => {
  const { endpoint } = value(await addEndpoint(world.owner, { url, topics: all }));
  const stranger = { ...world.owner, shop: other.owner.shop, inShop: other.owner.inShop };
  const absent = { error: { code: "NotFound" } };
  for (const id of [endpoint.id, "00000000-0000-7000-8000-000000000000", "1 or 1=1"]) {
    expect(await readEndpoint(stranger, id)).toBeNull();
    expect(await changeEndpoint(stranger, { id, enabled: false })).toMatchObject(absent);
    expect(await changeSecret(stranger, { id })).toMatchObject(absent);
    expect(await removeEndpoint(stranger, { id })).toMatchObject(absent);
    expect(await replayDelivery(stranger, { id })).toMatchObject(absent);
    expect(await listDeliveries(stranger, { endpointId: id })).toEqual({ rows: [], next: null });
  }
});
