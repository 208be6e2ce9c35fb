import { afterEach, expect, test } from "vitest";
import { listen } from "../testing/listen.ts";
import { openShop } from "../testing/stand-in.ts";

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

async function open() {
  const { world } = openShop();
  const server = await listen(world);
  closers.push(server.close);
  const letter = {
    from: "Kept <credit@kept.example>",
    to: "ada@example.com",
    subject: "Your credit",
    html: "<p>44.00</p>",
    text: "44.00",
    tags: [{ name: "kind", value: "credit" }],
  };
  const post = async (body: object, key?: string) => {
    const headers = {
      "content-type": "application/json",
      authorization: "Bearer re_local",
      ...(key ? { "idempotency-key": key } : {}),
    };
    const reply = await fetch(`${server.url}/emails`, {
      method: "POST",
      headers,
      body: JSON.stringify(body),
    });
    return { status: reply.status, body: (await reply.json()) as Record<string, unknown> };
  };
  const mail = async (query = "") =>
    (await (await fetch(`${server.url}/control/mail${query}`)).json()) as {
      subject: string;
      idempotencyKey: string;
    }[];
  return { world, letter, post, mail };
}

test("the same letter under the same key is sent once and answered alike; without a key it is sent again", async () => {
  const { letter, post, mail } = await open();
  const first = await post(letter, "credit/1");
  expect(await post(letter, "credit/1")).toEqual(first);
  expect(await mail("?to=ada@example.com")).toMatchObject([
    { subject: "Your credit", idempotencyKey: "credit/1" },
  ]);
  await post(letter);
  expect(await mail()).toHaveLength(2);
});

test("another letter under a used key is refused, until the key is a day old", async () => {
  const { world, letter, post, mail } = await open();
  await post(letter, "credit/1");
  const other = { ...letter, subject: "Another" };
  expect(await post(other, "credit/1")).toMatchObject({
    status: 409,
    body: { name: "invalid_idempotent_request" },
  });
  world.setClock({ offsetMs: 25 * 3_600_000, stoppedAt: null });
  expect((await post(other, "credit/1")).status).toBe(200);
  expect((await mail("?subject=another")).length).toBe(1);
});

test("a letter without what it needs is not sent", async () => {
  const { letter, post, mail } = await open();
  expect(await post({ ...letter, to: undefined })).toMatchObject({
    status: 422,
    body: { name: "missing_required_field" },
  });
  expect(await mail()).toEqual([]);
});

test("trouble with one shop's letters is not trouble with another's", async () => {
  const { world, letter, post } = await open();
  world.faults.add({ kind: "error-before", operation: "emails", status: 500, count: null, shop: "bloom" });
  const of = (shop: string) => ({ ...letter, tags: [{ name: "shop", value: shop }] });
  await expect(post(of("bloom"))).rejects.toThrow(/JSON/);
  expect(await post(of("fjord"))).toMatchObject({ status: 200 });
});
