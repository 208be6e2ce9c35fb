import { type ApiScope, apiScopes, createApiKey, returnResource, startReconciliation } from "@kept/domain";
import { askForReturn, openWorld, shirtOrders, type TestWorld, value } from "@kept/domain/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { getCredit, getCredits } from "./credits/handlers.ts";
import { problemSchema } from "./problem.ts";
import { getDifferences, getRun, getRuns } from "./reconciliation/handlers.ts";
import { getReturn, getReturns, postApproval, postCredit, postDecline } from "./returns/handlers.ts";
import { getMessages, postMessage } from "./returns/message-handlers.ts";
import { messagePage, messageResource } from "./returns/message-schemas.ts";
import { returnPage } from "./returns/schemas.ts";
import {
  deleteEndpoint,
  getEndpoint,
  getEndpoints,
  patchEndpoint,
  postEndpoint,
  postSecret,
} from "./webhook-endpoints/handlers.ts";
import { newEndpoint } from "./webhook-endpoints/schemas.ts";

let world: TestWorld;
let other: TestWorld;
let secret: string;
let numbers: number[];

beforeAll(async () => {
  world = await openWorld({ orders: shirtOrders(1001, 4) });
  other = await openWorld({ orders: [] });
  secret = await keyOf(world, apiScopes);
  numbers = [];
  for (const order of ["#1001", "#1002", "#1003"])
    numbers.push((await askForReturn(world, { order })).number);
});
afterAll(async () => {
  await world.close();
  await other.close();
});

async function keyOf({ owner }: TestWorld, scopes: readonly ApiScope[]): Promise<string> {
  return value(await createApiKey(owner, { name: "Program", scopes })).secret;
}

function request(method: string, path: string, sent?: unknown, more: Record<string, string> = {}): Request {
  return new Request(`http://dashboard.example/api/v1/${path}`, {
    method,
    headers: {
      authorization: `Bearer ${secret}`,
      ...(sent !== undefined && { "content-type": "application/json" }),
      ...more,
    },
    ...(sent !== undefined && { body: JSON.stringify(sent) }),
  });
}

const read = async (number: number | string) =>
  returnResource.parse(
    await (await getReturn(world.tools, request("GET", "returns"), String(number))).json(),
  );

test("returns come in pages, newest first, each with a sum that adds up", async () => {
  const first = await getReturns(world.tools, request("GET", "returns?limit=2"));
  expect(first.headers.get("ratelimit")).toMatch(/^"key";r=\d+;t=\d+$/);
  const page = returnPage.parse(await first.json());
  expect(page.data.map(({ orderName }) => orderName)).toEqual(["#1003", "#1002"]);
  const second = await getReturns(world.tools, request("GET", `returns?limit=2&cursor=${page.next}`));
  const rest = returnPage.parse(await second.json());
  expect(rest.data.map(({ orderName }) => orderName)).toEqual(["#1001"]);
  expect(rest.next).toBeNull();
  for (const { amounts } of [...page.data, ...rest.data])
    expect(sumOf(amounts)).toEqual(amounts.total.amount);
});

/** The parts of a sum, added up in cents. */
function sumOf(amounts: ReturnType<typeof returnResource.parse>["amounts"]): string {
  const { items, tax, taxIncluded, duties, shipping, fees, cap, bonus } = amounts;
  const parts = [items, ...(taxIncluded ? [] : [tax]), duties, shipping, fees, cap, bonus];
  const cents = parts.reduce((sum, { amount }) => sum + BigInt(amount.replace(".", "")), 0n);
  return `${cents / 100n}.${String(cents % 100n).padStart(2, "0")}`;
}

test("a key approves, issues and reads the credit with both of Shopify's ids; named requests are done once", async () => {
  const [number = 0] = numbers;
  const approve = () =>
    postApproval(
      world.tools,
      request("POST", "returns/1/approval", {}, { "idempotency-key": "yes-1" }),
      `R-${number}`,
    );
  const approved = await approve();
  expect(approved.status).toBe(200);
  expect(await approved.json()).toMatchObject({ status: "approved" });
  const again = await approve();
  expect(again.headers.get("idempotent-replayed")).toBe("true");
  const mismatch = await postApproval(
    world.tools,
    request("POST", "returns/1/approval", { lines: [] }, { "idempotency-key": "yes-1" }),
    `R-${number}`,
  );
  expect(problemSchema.parse(await mismatch.json()).type).toContain("same-key-other-request");

  const issued = await postCredit(world.tools, request("POST", "returns/1/credit"), String(number));
  expect(issued.status).toBe(202);
  await world.work();
  const credits = await getCredits(world.tools, request("GET", "credits"));
  const { data } = returnPage.parse(await credits.json());
  expect(data).toHaveLength(1);
  const credit = await getCredit(world.tools, request("GET", "credits/1"), String(number));
  const whole = returnResource.parse(await credit.json());
  expect(whole.credit?.issued).toEqual(whole.amounts.total);
  for (const leg of whole.credit?.legs ?? [])
    expect(leg.transactionId ?? leg.refundId, leg.kind).toMatch(/^gid:\/\/shopify\//);
  const late = await postDecline(
    world.tools,
    request("POST", "returns/1/decline", { reason: "Worn" }),
    String(number),
  );
  expect(late.status).toBe(409);
  expect((await read(number)).creditState).toBe("issued");
});

test("what customer and shop write to each other is read page by page; a named message is written once, and is one letter", async () => {
  const [, , number = 0] = numbers;
  const path = `returns/${number}/messages`;
  const write = (text: string, more: Record<string, string> = {}) =>
    postMessage(world.tools, request("POST", path, { text }, more), `R-${number}`);
  expect((await write("Any box is fine.")).status).toBe(422);
  const once = named();
  const first = messageResource.parse(await (await write("Any box is fine.", once)).json());
  expect(first).toMatchObject({ author: "shop", text: "Any box is fine." });
  const second = messageResource.parse(await (await write("Tape it well.", named())).json());
  const again = await write("Any box is fine.", once);
  expect([again.status, again.headers.get("idempotent-replayed")]).toEqual([201, "true"]);
  expect(messageResource.parse(await again.json())).toEqual(first);
  expect((await write(" ", named())).status).toBe(422);
  const page = async (query: string) =>
    messagePage.parse(
      await (await getMessages(world.tools, request("GET", `${path}?${query}`), String(number))).json(),
    );
  const newest = await page("limit=1");
  expect(newest.data).toEqual([second]);
  expect(await page(`limit=1&cursor=${newest.next}`)).toEqual({ data: [first], next: null });
  await world.post();
  expect(await world.standIn.letters("ada@example.com", "Tape it well.")).toHaveLength(1);
});

const named = () => ({ "idempotency-key": crypto.randomUUID() });

test("a wrong query and a wrong decision are named, part by part", async () => {
  const asked = await getReturns(world.tools, request("GET", "returns?limit=0&status=lost&x=1"));
  expect(asked.status).toBe(422);
  const { errors } = problemSchema.parse(await asked.json());
  expect(errors?.map(({ pointer }) => pointer).sort()).toEqual(["#/limit", "#/status", "#/x"]);
  const lines = [{ lineId: "nobody", accepted: 1 }];
  const decided = await postApproval(
    world.tools,
    request("POST", "returns/1/approval", { lines }),
    String(numbers[1]),
  );
  expect(decided.status).toBe(422);
  expect((await read(numbers[1] ?? 0)).status).toBe("requested");
});

test("a webhook endpoint is added, changed, re-keyed and removed; its secret is shown with the first and the third", async () => {
  const sent = { url: "https://hooks.example.com/kept", topics: ["credit.issued"] };
  const added = await postEndpoint(world.tools, request("POST", "webhook-endpoints", sent));
  expect(added.status).toBe(201);
  const { id, secret: first } = newEndpoint.parse(await added.json());
  const listed = await (await getEndpoints(world.tools, request("GET", "webhook-endpoints"))).text();
  expect(listed).toContain(id);
  expect(listed).not.toContain("whsec_");
  const off = await patchEndpoint(world.tools, request("PATCH", "x", { enabled: false }), id);
  expect(await off.json()).toMatchObject({ enabled: false, disabledBecause: "person" });
  const keyed = await postSecret(world.tools, request("POST", "x"), id);
  expect(newEndpoint.parse(await keyed.json()).secret).not.toBe(first);
  expect((await deleteEndpoint(world.tools, request("DELETE", "x"), id)).status).toBe(204);
  expect((await getEndpoint(world.tools, request("GET", "x"), id)).status).toBe(404);
});

test.each([
  "http://hooks.example.com",
  "https://127.0.0.1/",
  "https://10.0.0.8/x",
  "https://u:p@hooks.example.com",
])("nothing is ever sent to %s", async (url) => {
  const sent = { url: url.replace("127.0.0.1", "169.254.169.254"), topics: ["credit.issued"] };
  const added = await postEndpoint(world.tools, request("POST", "webhook-endpoints", sent));
  expect(added.status).toBe(422);
  expect(problemSchema.parse(await added.json()).errors?.[0]?.pointer).toBe("#/url");
});

test("what another shop has and what nobody has look the same, reading and writing", async () => {
  const added = await postEndpoint(
    world.tools,
    request("POST", "webhook-endpoints", { url: "https://a.example.com", topics: ["credit.issued"] }),
  );
  const { id } = newEndpoint.parse(await added.json());
  const { runId } = value(await startReconciliation(world.owner));
  expect((await getRun(world.tools, request("GET", "r"), runId)).status).toBe(200);
  const theirs = await keyOf(other, apiScopes);
  const as = { authorization: `Bearer ${theirs}` };
  const { tools } = other;
  const absent = "00000000-0000-7000-8000-000000000000";
  const answers = (number: string, endpoint: string, run: string) =>
    Promise.all([
      getReturn(tools, request("GET", "r", undefined, as), number),
      postApproval(tools, request("POST", "r", {}, as), number),
      postDecline(tools, request("POST", "r", { reason: "x" }, as), number),
      postCredit(tools, request("POST", "r", undefined, as), number),
      getCredit(tools, request("GET", "r", undefined, as), number),
      getMessages(tools, request("GET", "r", undefined, as), number),
      postMessage(tools, request("POST", "r", { text: "x" }, { ...as, ...named() }), number),
      getEndpoint(tools, request("GET", "r", undefined, as), endpoint),
      patchEndpoint(tools, request("PATCH", "r", { enabled: false }, as), endpoint),
      postSecret(tools, request("POST", "r", undefined, as), endpoint),
      deleteEndpoint(tools, request("DELETE", "r", undefined, as), endpoint),
      getRun(tools, request("GET", "r", undefined, as), run),
    ]);
  const seen = async (all: Response[]) =>
    Promise.all(all.map(async (each) => [each.status, { ...(await each.json()), requestId: "" }]));
  const foreign = await seen(await answers(String(numbers[0]), id, runId));
  expect(foreign).toEqual(await seen(await answers("999999", absent, absent)));
  expect(foreign.map(([status]) => status)).toEqual(Array(12).fill(404));
  expect(await seen(await answers("nonsense", "1 or 1=1", "newest"))).toEqual(foreign);
});

test("a key does nothing but what its scopes name", async () => {
  const ways: [ApiScope, (as: Record<string, string>) => Promise<Response>][] = [
    ["returns:read", (as) => getReturns(world.tools, request("GET", "r", undefined, as))],
    ["returns:decide", (as) => postApproval(world.tools, request("POST", "r", {}, as), "999999")],
    ["messages:read", (as) => getMessages(world.tools, request("GET", "r", undefined, as), "999999")],
    [
      "messages:write",
      (as) => postMessage(world.tools, request("POST", "r", { text: "x" }, { ...as, ...named() }), "999999"),
    ],
    ["credits:issue", (as) => postCredit(world.tools, request("POST", "r", undefined, as), "999999")],
    ["credits:read", (as) => getCredits(world.tools, request("GET", "r", undefined, as))],
    ["reconciliation:read", (as) => getRuns(world.tools, request("GET", "r", undefined, as))],
    ["reconciliation:read", (as) => getDifferences(world.tools, request("GET", "r", undefined, as))],
    ["reconciliation:read", (as) => getRun(world.tools, request("GET", "r", undefined, as), "none")],
    ["webhooks", (as) => getEndpoints(world.tools, request("GET", "r", undefined, as))],
  ];
  for (const scope of new Set(ways.map(([scope]) => scope))) {
    const without = await keyOf(
      world,
      apiScopes.filter((each) => each !== scope),
    );
    const alone = await keyOf(world, [scope]);
    for (const [, ask] of ways.filter(([asked]) => asked === scope)) {
      expect((await ask({ authorization: `Bearer ${without}` })).status, scope).toBe(403);
      expect((await ask({ authorization: `Bearer ${alone}` })).status, scope).not.toBe(403);
    }
  }
});
