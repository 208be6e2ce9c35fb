import { expect, test } from "vitest";
import { causeOf, wayOf } from "./movement.ts";

const nothing = { cause: null, leg: null };

test("a bonus that runs out is breakage of the bonus, a refund's of the refund, anything else nobody's", () => {
  const gone = { kind: "expiration", event: "ADJUSTMENT" } as const;
  expect(causeOf(gone, { cause: "bonus", leg: "bonus" })).toBe("expired_bonus");
  expect(causeOf(gone, { cause: "base", leg: "base" })).toBe("expired_base");
  expect(causeOf(gone, { cause: "by_others", leg: null })).toBe("expired_other");
  expect(wayOf(gone, "expired_bonus")).toEqual({ from: "customer_credit", to: "breakage" });
});

test("paying an order is spending; any other debit is somebody else's doing", () => {
  expect(causeOf({ kind: "debit", event: "ORDER_PAYMENT" }, nothing)).toBe("spent");
  expect(causeOf({ kind: "debit", event: "TAX_FINALIZATION" }, nothing)).toBe("spent");
  expect(causeOf({ kind: "debit", event: "ADJUSTMENT" }, nothing)).toBe("by_others");
});

test("a payment that fell through goes back the way it came", () => {
  const revert = { kind: "debit_revert", event: "PAYMENT_FAILURE" } as const;
  const cause = causeOf(revert, { cause: "spent", leg: null });
  expect(wayOf(revert, cause)).toEqual({ from: "redemptions", to: "customer_credit" });
  expect(wayOf(revert, causeOf(revert, { cause: "by_others", leg: null }))).toEqual({
    from: "foreign",
    to: "customer_credit",
  });
});
