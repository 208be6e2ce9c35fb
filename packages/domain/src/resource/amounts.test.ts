import fc from "fast-check";
import { expect, test } from "vitest";
import type { ResolutionKind } from "../policy/policy.ts";
import { strangerFacts } from "../quote/facts.ts";
import { quote } from "../quote/quote.ts";
import { anyReturn } from "../quote/testing/any-order.ts";
import { anyPolicy } from "../quote/testing/any-policy.ts";
import { now } from "../quote/testing/cast.ts";
import { amountsOf, amountsResource } from "./index.ts";

const seed = Date.now() % 2_147_483_647;
process.stdout.write(`amounts that leave the house: seed ${seed}, 2,000 runs\n`);

/** A decimal as whole units of its own last digit. */
const units = ({ amount }: { amount: string }) => BigInt(amount.replace(".", ""));

test("whatever is returned under whatever rules, the amounts that are told outside add up on paper", () => {
  const resolution = fc.constantFrom<ResolutionKind>("store_credit", "original_payment");
  const any = fc.record({ from: anyReturn(), policy: anyPolicy(), resolution });
  fc.assert(
    fc.property(any, ({ from, policy, resolution }) => {
      const customer = strangerFacts(from.order.currency);
      const made = quote({ ...from, resolution, policy: { version: 1, policy }, customer, at: now });
      const told = amountsResource.parse(JSON.parse(JSON.stringify(amountsOf(made))));
      const { items, tax, taxIncluded, duties, shipping, fees, feeRows, cap, base, bonus, total } = told;
      const parts = [items, ...(taxIncluded ? [] : [tax]), duties, shipping, fees, cap];
      const sum = (list: readonly { amount: string }[]) => list.reduce((all, each) => all + units(each), 0n);
      expect(sum(parts)).toBe(units(base));
      expect(sum(feeRows.map(({ amount }) => amount))).toBe(units(fees));
      expect(sum([base, bonus])).toBe(units(total));
      expect(new Set([...parts, base, bonus, total].map(({ currency }) => currency)).size).toBe(1);
    }),
    { seed, numRuns: 2_000 },
  );
});
