import { apiScopes, createApiKey, returnResource } from "@kept/domain";
import { openWorld, shirtOrders, type TestWorld, value } from "@kept/domain/testing";
import { ordersNamed, readOrder } from "@kept/shopify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { problemSchema } from "../problem.ts";
import { postReturn } from "./handlers.ts";

let world: TestWorld;
let other: TestWorld;

beforeAll(async () => {
  world = await openWorld({ orders: shirtOrders(1001, 2) });
  other = await openWorld({ orders: [] });
});
afterAll(async () => {
  await world.close();
  await other.close();
});

async function keyOf({ owner }: TestWorld, scopes = apiScopes): Promise<string> {
  return value(await createApiKey(owner, { name: "Helpdesk", scopes: [...scopes] })).secret;
}

async function asking(name: string) {
  const admin = await world.owner.admin();
  const [found] = await ordersNamed(admin, name);
  const order = found && (await readOrder(admin, found.id));
  const lines = [{ lineItemId: order?.lines[0]?.id, quantity: 1, reason: "changed_mind" }];
  return { orderId: order?.id ?? "", lines, resolution: "store_credit" };
}

function post(secret: string, sent: object, name?: string, { tools }: TestWorld = world): Promise<Response> {
  const headers = {
    authorization: `Bearer ${secret}`,
    "content-type": "application/json",
    ...(name !== undefined && { "idempotency-key": name }),
  };
  const address = "http://dashboard.example/api/v1/returns";
  return postReturn(tools, new Request(address, { method: "POST", headers, body: JSON.stringify(sent) }));
}

test("a return is made once for its name, and answered as any other", async () => {
  const secret = await keyOf(world);
  const sent = await asking("#1001");
  const made = await post(secret, sent, "call-1");
  expect(made.status).toBe(201);
  const told = returnResource.parse(await made.json());
  expect(told).toMatchObject({ orderName: "#1001", status: "requested", credit: null });
  expect(told.amounts.total).toEqual({ amount: "22.00", currency: "USD" });
  const again = await post(secret, sent, "call-1");
  expect(again.headers.get("idempotent-replayed")).toBe("true");
  expect(await again.json()).toEqual(told);
  const late = await post(secret, sent, "call-2");
  expect(late.status).toBe(422);
  expect(problemSchema.parse(await late.json()).errors).toMatchObject([{ pointer: "#/lines/0/lineItemId" }]);
});

test("without a name, with an unknown reason, or without the right, nothing is made", async () => {
  const secret = await keyOf(world);
  const sent = await asking("#1002");
  const unnamed = await post(secret, sent);
  expect(unnamed.status).toBe(422);
  expect(problemSchema.parse(await unnamed.json()).detail).toContain("Idempotency-Key");
  const [line] = sent.lines;
  const mood = await post(secret, { ...sent, lines: [{ ...line, reason: "mood" }] }, "mood");
  expect(problemSchema.parse(await mood.json()).errors).toMatchObject([{ pointer: "#/lines/0/reason" }]);
  const bare = await post(secret, { ...sent, lines: [{ ...line, reason: undefined }] }, "bare");
  expect(problemSchema.parse(await bare.json()).errors).toMatchObject([{ pointer: "#/lines/0/reason" }]);
  const without = apiScopes.filter((scope) => scope !== "returns:write");
  expect((await post(await keyOf(world, without as never), sent, "no")).status).toBe(403);
  expect((await post(secret, sent, "yes")).status).toBe(201);
});

test("another shop's order and an order nobody has look the same", async () => {
  const secret = await keyOf(other);
  const sent = await asking("#1002");
  const seen = async (orderId: string, name: string) => {
    const answer = await post(secret, { ...sent, orderId }, name, other);
    return [answer.status, { ...(await answer.json()), requestId: "" }];
  };
  const foreign = await seen(sent.orderId, "foreign");
  expect(foreign[0]).toBe(404);
  expect(foreign).toEqual(await seen("gid://shopify/Order/999999999999", "absent"));
});
