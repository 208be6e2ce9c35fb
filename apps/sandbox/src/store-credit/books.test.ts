import fc from "fast-check";
import { expect, test } from "vitest";
import { openShop } from "../testing/stand-in.ts";
import { accountFor, settleExpiries } from "./find-account.ts";
import { brokenAccounts } from "./invariant.ts";
import { credit, debit, revertDebit } from "./spend.ts";

const step = fc.oneof(
  fc.record({
    what: fc.constant("credit" as const),
    amount: fc.bigInt(1n, 5_000n),
    days: fc.option(fc.integer({ min: 1, max: 20 })),
  }),
  fc.record({ what: fc.constant("debit" as const), amount: fc.bigInt(1n, 5_000n) }),
  fc.record({ what: fc.constant("revert" as const) }),
  fc.record({ what: fc.constant("wait" as const), days: fc.integer({ min: 1, max: 10 }) }),
);

test("whatever is credited, spent, given back and left to run out, the books balance after every step", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const { shop, world } = openShop();
      const issuer = { kind: "app" as const, name: "Kept", requestId: "r" };
      const account = accountFor(shop, { type: "Customer", id: shop.customers.all()[0]?.id ?? 0 }, "USD");
      for (const entry of steps) {
        const movement = { event: "ADJUSTMENT" as const, issuer };
        if (entry.what === "credit") {
          const expiresAt =
            entry.days === null
              ? null
              : new Date(world.now().getTime() + entry.days * 86_400_000).toISOString();
          credit(shop, account, {
            ...movement,
            amount: entry.amount,
            expiresAt: expiresAt && `${expiresAt.slice(0, 19)}Z`,
          });
        } else if (entry.what === "debit") {
          if (entry.amount <= account.balance) debit(shop, account, { ...movement, amount: entry.amount });
        } else if (entry.what === "revert") {
          const reverted = new Set(shop.movementsOf(account.id).map((known) => known.relatedId));
          const last = shop
            .movementsOf(account.id)
            .find((known) => known.type === "debit" && !reverted.has(known.id));
          if (last) revertDebit(shop, account, last, movement);
        } else {
          world.setClock({ offsetMs: world.clock.offsetMs + entry.days * 86_400_000, stoppedAt: null });
        }
        settleExpiries(shop);
        expect(brokenAccounts(shop)).toEqual([]);
      }
    }),
    { numRuns: 40 },
  );
});
