import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { readMailEvent } from "./mail-event.ts";

const key = Buffer.alloc(24, 7);
const secret = `whsec_${key.toString("base64")}`;

function signed(event: object, changes: { body?: string; timestamp?: string; key?: Buffer } = {}) {
  const body = JSON.stringify(event);
  const timestamp = changes.timestamp ?? String(Math.floor(Date.now() / 1000));
  const hmac = createHmac("sha256", changes.key ?? key)
    .update(`msg_1.${timestamp}.${body}`)
    .digest("base64");
  return { body: changes.body ?? body, id: "msg_1", timestamp, signature: `v1,${hmac}` };
}

const bounced = {
  type: "email.bounced",
  created_at: "2026-11-24T15:10:11.000Z",
  data: {
    email_id: "e-1",
    tags: { kind: "store_credit_issued" },
    bounce: { type: "Permanent", subType: "General", message: "No such mailbox" },
  },
};

test("a letter that came back is heard of, with the reason", async () => {
  expect(await readMailEvent(secret, signed(bounced))).toEqual({
    eventId: "msg_1",
    remoteId: "e-1",
    kind: "bounced",
    reason: "No such mailbox",
    happenedAt: new Date("2026-11-24T15:10:11Z"),
    tags: { kind: "store_credit_issued" },
  });
});

test("that a letter was taken says nothing about its arrival", async () => {
  expect(await readMailEvent(secret, signed({ ...bounced, type: "email.sent" }))).toBe("nothing");
});

test.each([
  ["another body", { body: "{}" }],
  ["another secret", { key: Buffer.alloc(24, 8) }],
  ["an old word said again", { timestamp: String(Math.floor(Date.now() / 1000) - 3600) }],
])("%s is nobody's word", async (_, change) => {
  expect(await readMailEvent(secret, signed(bounced, change))).toBe("forged");
});

test("without a signature nothing is believed", async () => {
  expect(await readMailEvent(secret, { ...signed(bounced), signature: null })).toBe("forged");
});
