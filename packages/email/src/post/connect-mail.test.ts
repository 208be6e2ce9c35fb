import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { connectMail, type Post } from "./connect-mail.ts";

const letter: Post = {
  to: "ada@example.com",
  subject: "$66.00 store credit",
  html: "<p>Hello</p>",
  text: "Hello",
  idempotencyKey: "credit-mail/1",
  tags: { kind: "store_credit_issued", shop: "bloom.myshopify.com" },
};

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

test("a letter goes out once, to one person, under its key", async () => {
  const resend = await postOffice(200, { id: "letter-1" });
  const mail = connectMail({ apiKey: "re_test", baseUrl: resend.url, from: "Kept <credit@kept.example>" });
  expect(await mail.post(letter)).toEqual({ kind: "sent", id: "letter-1" });
  expect(resend.got).toHaveLength(1);
  expect(resend.got[0]?.headers["idempotency-key"]).toBe("credit-mail/1");
  expect(resend.got[0]?.headers.authorization).toBe("Bearer re_test");
  expect(resend.got[0]?.body).toMatchObject({
    from: "Kept <credit@kept.example>",
    to: "ada@example.com",
    tags: [
      { name: "kind", value: "store_credit_issued" },
      { name: "shop", value: "bloom_myshopify_com" },
    ],
  });
});

test("a letter comes in the shop's name from our own address, whatever the shop is called", async () => {
  const resend = await postOffice(200, { id: "letter-1" });
  const mail = connectMail({ apiKey: "re_test", baseUrl: resend.url, from: "Kept <credit@kept.example>" });
  await mail.post({ ...letter, fromName: 'Bloom "&" <Thread>\r\nBcc: all@example.com' });
  expect(resend.got[0]?.body).toMatchObject({
    from: '"Bloom & Thread Bcc: all@example.com" <credit@kept.example>',
  });
});

test.each([
  ["kept.example", "verified", "verified"],
  ["kept.example", "pending", "not_verified"],
  ["other.example", "verified", "not_verified"],
])("with %s %s, our sender is %s", async (name, status, state) => {
  const resend = await postOffice(200, { object: "list", data: [{ id: "d", name, status }] });
  const mail = connectMail({ apiKey: "re_test", baseUrl: resend.url, from: "Kept <credit@kept.example>" });
  expect(await mail.sender()).toEqual({ domain: "kept.example", state });
});

test("where Resend cannot be asked, the sender is unknown", async () => {
  const mail = connectMail({ apiKey: "re_test", baseUrl: "http://127.0.0.1:9", from: "credit@kept.example" });
  expect(await mail.sender()).toEqual({ domain: "kept.example", state: "unknown" });
});

test("a sender that is not verified yet is our fault, not the letter's: it is tried again", async () => {
  const resend = await postOffice(403, {
    statusCode: 403,
    name: "validation_error",
    message: "Not verified",
  });
  const mail = connectMail({ apiKey: "re_test", baseUrl: resend.url, from: "credit@kept.example" });
  expect(await mail.post(letter)).toEqual({ kind: "retry", reason: "validation_error" });
});

test.each([
  "ada@example.com, eve@example.com",
  "ada@example.com\r\nBcc: eve@example.com",
  "Ada <ada@example.com>",
  "",
])("%j is not one address, and nothing is sent", async (to) => {
  const resend = await postOffice(200, { id: "letter-1" });
  const mail = connectMail({ apiKey: "re_test", baseUrl: resend.url, from: "a@kept.example" });
  expect(await mail.post({ ...letter, to })).toEqual({ kind: "refused", reason: "invalid_recipient" });
  expect(resend.got).toHaveLength(0);
});

test("line breaks in a subject, a sender or a header do not leave the house", async () => {
  const resend = await postOffice(200, { id: "letter-1" });
  const mail = connectMail({ apiKey: "re_test", baseUrl: resend.url, from: "Kept\nBcc: x <a@kept.example>" });
  await mail.post({ ...letter, subject: "Hi\r\nBcc: eve@example.com", headers: { "X-Kept": "a\nb" } });
  const body = JSON.stringify(resend.got[0]?.body.subject) + JSON.stringify(resend.got[0]?.body.headers);
  expect(body).not.toMatch(/\\r|\\n/);
  expect(resend.got[0]?.body.from).toBe("Kept Bcc: x <a@kept.example>");
});

test.each([
  [422, "validation_error", "refused"],
  [409, "invalid_idempotent_request", "refused"],
  [409, "concurrent_idempotent_requests", "retry"],
  [429, "rate_limit_exceeded", "retry"],
  [500, "internal_server_error", "retry"],
  [401, "missing_api_key", "retry"],
] as const)("%d %s means %s", async (statusCode, name, kind) => {
  const resend = await postOffice(statusCode, { statusCode, name, message: "no" });
  const mail = connectMail({ apiKey: "re_test", baseUrl: resend.url, from: "a@kept.example" });
  expect(await mail.post(letter)).toEqual({ kind, reason: name });
});

test("a post office that cannot be reached is asked again later", async () => {
  const resend = await postOffice(200, {});
  for (const close of closing.splice(0)) close();
  const mail = connectMail({ apiKey: "re_test", baseUrl: resend.url, from: "a@kept.example" });
  expect((await mail.post(letter)).kind).toBe("retry");
});

interface Got {
  readonly headers: IncomingHttpHeaders;
  readonly body: Record<string, unknown>;
}

async function postOffice(status: number, answer: object): Promise<{ url: string; got: Got[] }> {
  const got: Got[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    got.push({ headers: request.headers, body: JSON.parse(body || "null") });
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(answer));
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  closing.push(() => server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, got };
}
