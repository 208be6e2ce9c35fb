import { expect, test } from "vitest";
import { bodyOf } from "./body.ts";

const asked = (chunks: number, announced?: string) => {
  let given = 0;
  const body = new ReadableStream({
    pull(to) {
      if (given === chunks) return to.close();
      given += 1;
      to.enqueue(Buffer.alloc(1_000, "é"));
    },
  });
  const headers = announced ? { "content-length": announced } : {};
  const request = new Request("http://here", {
    method: "POST",
    body,
    headers,
    duplex: "half",
  } as RequestInit);
  return { request, given: () => given };
};

test("a body comes as it was sent, up to the very last byte that is allowed", async () => {
  expect(await bodyOf(asked(3).request, 3_000)).toEqual(Buffer.alloc(3_000, "é"));
  expect(await bodyOf(new Request("http://here", { method: "POST" }), 0)).toHaveLength(0);
});

test("more is not read: neither what says that it is longer, nor what turns out to be", async () => {
  expect(await bodyOf(asked(3, "3000").request, 2_999)).toBeNull();
  const endless = asked(1_000_000);
  expect(await bodyOf(endless.request, 2_999)).toBeNull();
  expect(endless.given()).toBeLessThan(10);
});
