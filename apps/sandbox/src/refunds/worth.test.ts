import fc from "fast-check";
import { expect, test } from "vitest";
import { openShop } from "../testing/stand-in.ts";
import { payable, worthOf } from "./worth.ts";

test("pieces given back one by one come to what they come to all at once, and to what the line was paid", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 7 }),
      fc.bigInt(1n, 9_999n),
      fc.integer({ min: 0, max: 100 }),
      fc.boolean(),
      (quantity, price, percentOff, taxesIncluded) => {
        const cents = (minor: bigint) => `${minor / 100n}.${(minor % 100n).toString().padStart(2, "0")}`;
        const off = (price * BigInt(quantity) * BigInt(percentOff)) / 100n;
        const { shop } = openShop({
          orders: [
            {
              number: 1001,
              customer: "ada",
              taxesIncluded,
              taxes: [{ title: "Tax", rate: "0.0825" }],
              lines: [{ title: "Shirt", quantity, unitPrice: cents(price) }],
              discounts: [{ title: "Off", amount: cents(off) }],
            },
          ],
        });
        const order = shop.orderByName("1001");
        const line = order?.lines[0];
        if (!order || !line) throw new Error("no order");
        const single = Array.from({ length: quantity }, (_, index) =>
          payable(order, worthOf(order, line, 1, index)),
        );
        const all = payable(order, worthOf(order, line, quantity, 0));
        expect(single.reduce((sum, part) => sum + part, 0n)).toBe(all);
        expect(all).toBe(order.transactions[0]?.amount);
      },
    ),
    { numRuns: 60 },
  );
});
