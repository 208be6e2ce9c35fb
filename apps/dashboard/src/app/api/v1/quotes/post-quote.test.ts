import { apiContext, createApiKey, revokeApiKey } from "@kept/domain";
import { openWorld, type TestWorld, value } from "@kept/domain/testing";
import { connectShopify, ordersNamed, readOrder } from "@kept/shopify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { problemSchema } from "../problem.ts";
import { mostBytes } from "../read-json.ts";
import { postQuote } from "./post-quote.ts";
import { quoteAnswer } from "./quote-answer.ts";

let world: TestWorld;
let other: TestWorld;
let secret: string;
let body: { orderId: string; lines: { lineItemId: string; quantity: number }[]; resolution: string };

beforeAll(async () => {
  const orders = [{ name: "#1001", lines: [{ title: "Linen shirt", price: "20.00", quantity: 3 }] }];
  world = await openWorld({ orders });
  other = await openWorld({ orders });
  secret = value(await createApiKey(world.owner, { name: "Warehouse" })).secret;
  body = await askFor(world);
});
afterAll(async () => {
  await world.close();
  await other.close();
});

async function askFor({ owner }: TestWorld) {
  const admin = await owner.admin();
  const [found] = await ordersNamed(admin, "#1001");
  const order = found && (await readOrder(admin, found.id));
  const lineItemId = order?.lines[0]?.id ?? "";
  return { orderId: order?.id ?? "", lines: [{ lineItemId, quantity: 1 }], resolution: "store_credit" };
}

function post(sent: unknown, headers: Record<string, string> = {}, tools = world.tools): Promise<Response> {
  const request = new Request("http://dashboard.example/api/v1/quotes", {
    method: "POST",
    headers: {
      authorization: `Bearer ${secret}`,
      "content-type": "application/json",
      "x-request-id": "req-1",
      ...headers,
    },
    body: typeof sent === "string" ? sent : JSON.stringify(sent),
  });
  return postQuote(tools, request);
}

/** The problem of an answer, which must be one in every way. */
async function problem(answer: Response) {
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  expect(answer.headers.get("x-request-id")).toBe("req-1");
  const told = problemSchema.parse(await answer.json());
  expect(told).toMatchObject({ status: answer.status, requestId: "req-1" });
  return told;
}

test("a program gets the whole quote, in its customer's language, and nothing keeps a copy", async () => {
  const answer = await post(body, { "accept-language": "de-DE" });
  expect(answer.status).toBe(200);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(answer.headers.get("content-language")).toBe("de-DE");
  const told = quoteAnswer.parse(await answer.json());
  expect(told.totals.total).toEqual({ amount: "22.00", currency: "USD" });
  expect(told.rows.map(({ text }) => text)).toContain("1 × Linen shirt");
  expect(told.rows.at(-1)?.text).toMatch(/^Bonus: 10\s% von 20,00\s\$/);
});

test("nobody, somebody with a made-up key and somebody with a revoked one get the same answer", async () => {
  const { key, secret: ended } = value(await createApiKey(world.owner, { name: "Ended" }));
  value(await revokeApiKey(world.owner, { id: key.id }));
  const asked = ["", "Basic b3duZXI6", "Bearer kept_live_x", `Bearer ${ended}`];
  const answers = await Promise.all(asked.map((authorization) => post("{", { authorization })));
  const told = await Promise.all(answers.map(problem));
  expect(new Set(told.map((each) => JSON.stringify(each))).size).toBe(1);
  expect(told[0]?.status).toBe(401);
  expect(answers[0]?.headers.get("www-authenticate")).toBe('Bearer realm="Kept"');
});

test("an order of another shop and an order that is nowhere get the same answer", async () => {
  const foreign = await problem(await post(await askFor(other)));
  const nowhere = await problem(await post({ ...body, orderId: "1" }));
  expect(foreign.status).toBe(404);
  expect(foreign).toEqual(nowhere);
});

test("a key without the right is told so", async () => {
  const { secret: weak } = value(await createApiKey(world.owner, { name: "Weak", scopes: [] }));
  expect((await problem(await post(body, { authorization: `Bearer ${weak}` }))).status).toBe(403);
});

test.each([
  ["{", 400],
  ["\u0000", 400],
  ["[]", 422],
  ["null", 422],
])("%j is answered with %i", async (sent, status) => {
  expect((await problem(await post(sent))).status).toBe(status);
});

test.each(["text/plain", "application/x-www-form-urlencoded", "application/json; charset=utf-16"])(
  "a body of %s is not read",
  async (type) => {
    expect((await problem(await post(body, { "content-type": type }))).status).toBe(415);
  },
);

test("a body that is too large is not read to its end, announced or not", async () => {
  expect((await problem(await post(" ".repeat(mostBytes + 1)))).status).toBe(413);
  let given = 0;
  const endless = new ReadableStream({
    pull(stream) {
      given += 1;
      stream.enqueue(new Uint8Array(16_384).fill(32));
    },
  });
  const request = new Request("http://dashboard.example/api/v1/quotes", {
    method: "POST",
    headers: { authorization: `Bearer ${secret}`, "content-type": "application/json" },
    body: endless,
    duplex: "half",
  } as RequestInit);
  expect((await postQuote(world.tools, request)).status).toBe(413);
  expect(given).toBeLessThan(20);
});

test("every wrong field is named, by form and by the order itself", async () => {
  const [line] = body.lines;
  const form = await problem(await post({ ...body, lines: [{ ...line, quantity: 0 }], amount: "999.00" }));
  expect(form.errors).toEqual([
    { pointer: "#/lines/0/quantity", detail: "This must be at least 1." },
    { pointer: "#/amount", detail: "There is no such field." },
  ]);
  const facts = await problem(await post({ ...body, lines: [{ ...line, quantity: 9, reason: "boredom" }] }));
  expect(facts.status).toBe(422);
  expect(facts.errors).toEqual([
    { pointer: "#/lines/0/quantity", detail: "Only 3 of this line can still come back." },
    { pointer: "#/lines/0/reason", detail: "The shop's policy has no such reason." },
  ]);
});

test("whoever asks while Shopify is away is told when to come back, and nothing is guessed", async () => {
  const { tools } = world;
  const away = {
    ...tools,
    shopify: connectShopify({ apiKey: "k", apiSecret: "s", baseUrl: "http://127.0.0.1:9" }),
    settings: { ...tools.settings, shopifyPatience: { readDeadlineMs: 300 } },
  };
  const answer = await post(body, {}, away);
  expect(answer.status).toBe(503);
  expect(answer.headers.get("retry-after")).toBe("30");
  await problem(answer);
});

test("whoever asks too often is told when to come back", async () => {
  const busy = value(await createApiKey(world.owner, { name: "Busy" })).secret;
  const nothing = { ...body, orderId: "1" };
  let answer = await post(nothing, { authorization: `Bearer ${busy}` });
  for (let i = 0; i < 250 && answer.status !== 429; i += 1)
    answer = await post(nothing, { authorization: `Bearer ${busy}` });
  expect(answer.status).toBe(429);
  expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
  await problem(answer);
});

test("when Kept's own database is away, nobody is let in and nobody is called a stranger", async () => {
  const closed = await openWorld({ orders: [] });
  await closed.close();
  const request = new Request("http://dashboard.example/api/v1/quotes", { method: "POST" });
  const answer = await postQuote(closed.tools, request);
  expect(answer.status).toBe(503);
  expect(answer.headers.get("retry-after")).toBe("10");
  expect(await apiContext(world.tools, secret, { requestId: "req-1" })).not.toBeNull();
});
