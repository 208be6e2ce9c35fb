import { expect, test } from "@playwright/test";
import { askAndCompare, diceOf, isOne, signInStaff } from "../same-amount/same-amount.ts";
import { bloom, fjord, kumo } from "../world/shops.ts";

for (const shop of [bloom, fjord, kumo])
  test(`whatever comes back to ${shop.handle}: card, review, confirmation, status, letter and dashboard say one amount in ${shop.currency}`, async () => {
    const staff = await signInStaff(shop.owner);
    // The same returns in every test run; `pnpm same-amount` makes others.
    const dice = diceOf(7);
    for (let n = 0; n < 4; n += 1) {
      const said = await askAndCompare(shop, staff, dice);
      expect
        .soft(
          isOne(said),
          JSON.stringify(said, (_, value) => (typeof value === "bigint" ? `${value}` : value)),
        )
        .toBe(true);
    }
  });
