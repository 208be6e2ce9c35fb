import { expect, test } from "vitest";
import { goodsFirst } from "./goods-first.ts";

const rules = { keepItemReasons: ["damaged"], trigger: "on_receipt" as const };

test("who may keep every item has nothing to send, whatever they get for it", () => {
  const reasons = ["damaged", "damaged/in_transit"];
  expect(goodsFirst(rules, "store_credit", reasons)).toBe("kept");
  expect(goodsFirst(rules, "original_payment", reasons)).toBe("kept");
});

test("one item that goes back is waited for, where the shop waits and credit was chosen", () => {
  const reasons = ["damaged", "too_small"];
  expect(goodsFirst(rules, "store_credit", reasons)).toBe("arrived");
  expect(goodsFirst(rules, "original_payment", reasons)).toBeNull();
  expect(goodsFirst({ ...rules, trigger: "on_approval" }, "store_credit", reasons)).toBeNull();
});
