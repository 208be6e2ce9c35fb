import { expect, test } from "vitest";
import { sayEvent } from "./event-words.ts";

const at = new Date("2026-11-24T12:00:00Z");
const actor = { kind: "member", userId: "1", name: "Olivia", email: "olivia@example.com" } as const;
const said = (kind: string, detail: Record<string, unknown>, currency = "USD") =>
  sayEvent({ kind, actor, at, detail }, currency);

test("starting to issue names refund and bonus", () => {
  const detail = { base: { amount: "60.00", currency: "USD" }, bonus: { amount: "6.00", currency: "USD" } };
  expect(said("issuing_started", detail).text).toBe("started issuing $60.00 and a bonus of $6.00");
});

test("a refund without a bonus names no bonus", () => {
  const detail = { base: { amount: "60.00", currency: "USD" }, bonus: { amount: "0.00", currency: "USD" } };
  expect(said("issuing_started", detail).text).toBe("started issuing $60.00");
});

test("approving less than was asked for says what it was before", () => {
  const { text, detail } = said("approved", { total: "4400", before: "6600" }, "JPY");
  expect(text).toBe("approved it · ¥4,400");
  expect(detail).toContain("¥6,600");
});

test("money that arrived carries Shopify's own id to be copied", () => {
  const detail = { amount: "6.00", balance: "66.00", transactionId: "gid://shopify/T/1", refundId: null };
  expect(said("bonus_issued", detail)).toMatchObject({ id: "gid://shopify/T/1", tone: "good" });
});

test("an event of a later version, or with nothing in it, is still a sentence", () => {
  expect(said("parcel_scanned", {}).text).toBe("parcel scanned");
  for (const kind of [
    "approved",
    "base_issued",
    "needs_review",
    "settled_by_person",
    "differs",
    "issuing_started",
  ]) {
    expect(said(kind, {}).text.length).toBeGreaterThan(5);
  }
});

test("what automation decided names its rule", () => {
  const rule = { rule: "rule_1", name: "Small returns" };
  expect(said("approved", { total: "6600", before: "6600", ...rule }).detail).toBe(
    "By the rule “Small returns”.",
  );
  expect(said("held", rule)).toEqual({
    text: "holds it for a person",
    detail: "By the rule “Small returns”.",
    tone: "person",
  });
  expect(said("approved", { total: "6600", rule: "otherwise", name: "" }).detail).toBe(
    "No rule holds such requests.",
  );
});
