import { equal, formatMoney, isZero, type Money, money, sum } from "@kept/money";
import fc from "fast-check";
import { test, vi } from "vitest";
import { amountIn } from "../policy/amounts.ts";
import { defaultPolicy } from "../policy/default-policy.ts";
import { type Policy, policySchema, type ResolutionKind } from "../policy/policy.ts";
import { explain, explainTotals } from "./explain.ts";
import { strangerFacts } from "./facts.ts";
import { fingerprint } from "./fingerprint.ts";
import { quote } from "./quote.ts";
import { quoteFromJson, quoteToJson } from "./quote-json.ts";
import type { Quote, QuoteInput } from "./quote-types.ts";
import { type AnyReturn, anyReturn, inParts, oneByOne } from "./testing/any-order.ts";
import { anyPolicy, anyRates } from "./testing/any-policy.ts";
import { now } from "./testing/cast.ts";

/** Each promise is tried on 10,000 returns. The seed is printed: put it here to run the same returns again. */
const seed = Date.now() % 2_147_483_647;
process.stdout.write(`quote properties: seed ${seed}, 10,000 runs each\n`);

// Seconds on a machine of its own, minutes where many others work: a promise is never broken by the clock.
vi.setConfig({ testTimeout: 600_000 });

const resolution = fc.constantFrom<ResolutionKind>("store_credit", "original_payment");

/** A promise answers whether it was kept; the smallest return on which it was not is shown with its seed. */
function holds<T>(any: fc.Arbitrary<T>, kept: (one: T) => boolean, numRuns = 10_000): void {
  fc.assert(fc.property(any, kept), { seed, numRuns });
}

const anyInput = fc.record({ from: anyReturn(), policy: anyPolicy(), resolution }).map(inputOf);

function inputOf({
  from,
  policy,
  resolution,
}: {
  from: AnyReturn;
  policy: Policy;
  resolution: ResolutionKind;
}): QuoteInput {
  const customer = strangerFacts(from.order.currency);
  return { ...from, resolution, policy: { version: 3, policy }, customer, at: now };
}

test("rows sum to their totals, totals to the base, base and bonus to the total", () => {
  const groups = ["items", "tax", "duties", "shipping", "fees", "cap", "bonus"] as const;
  holds(anyInput, (input) => {
    const { rows, totals, currency, taxesIncluded } = quote(input);
    const { items, tax, duties, shipping, fees, cap, base, bonus, total } = totals;
    const parts = [items, duties, shipping, fees, cap, ...(taxesIncluded ? [] : [tax])];
    const counted = rows.filter(({ included }) => !included).map(({ amount }) => amount);
    const of = (group: string) => rows.filter((row) => row.group === group).map(({ amount }) => amount);
    return (
      groups.every((group) => equal(sum(of(group), currency), totals[group])) &&
      equal(sum(parts, currency), base) &&
      equal(sum([base, bonus], currency), total) &&
      equal(sum(counted, currency), total)
    );
  });
});

test("the lines' shares sum to base and bonus, and the payments' shares to the base", () => {
  holds(anyInput, (input) => {
    const { lines, payments, totals, currency, resolution } = quote(input);
    const summed = (list: readonly Money[]) => sum(list, currency);
    const back = resolution === "original_payment" ? totals.base : money(0n, currency);
    return (
      equal(summed(lines.map(({ base }) => base)), totals.base) &&
      equal(summed(lines.map(({ bonus }) => bonus)), totals.bonus) &&
      equal(summed(lines.map(({ items }) => items)), totals.items) &&
      equal(summed(payments.map(({ amount }) => amount)), back) &&
      lines.every(({ base, bonus }) => base.minor >= 0n && bonus.minor >= 0n)
    );
  });
});

test("nothing is ever negative but fees and caps", () => {
  holds(anyInput, (input) => {
    const { items, tax, duties, shipping, fees, cap, base, bonus, total } = quote(input).totals;
    return (
      [items, tax, duties, shipping, base, bonus, total].every(({ minor }) => minor >= 0n) &&
      [fees, cap].every(({ minor }) => minor <= 0n)
    );
  });
});

test("never more than what is refundable, and never more bonus than its cap", () => {
  holds(anyInput, (input) => {
    const { base, bonus, total } = quote(input).totals;
    const { refundable } = input.order;
    const cap = amountIn(input.policy.policy.storeCredit.limits.perReturn, base.currency);
    return (
      base.minor <= refundable.minor &&
      (cap === null || (bonus.minor <= cap.minor && total.minor <= refundable.minor + cap.minor))
    );
  });
});

test("one unit more is never worth less", () => {
  const any = fc
    .record({ from: anyReturn(), policy: anyPolicy({ withRules: false }), resolution })
    .map(inputOf)
    .filter(({ selection }) => (selection[0]?.quantity ?? 0) > 1);
  holds(any, (input) => {
    const selection = input.selection.map((units, index) =>
      index === 0 ? { ...units, quantity: units.quantity - 1 } : units,
    );
    const fewer = quote({ ...input, selection }).totals;
    const { base, total } = quote(input).totals;
    return base.minor >= fewer.base.minor && total.minor >= fewer.total.minor;
  });
});

test("sent back at once or one by one, in any sequence, it is the same total", () => {
  const shipping = fc.constantFrom<Policy["shipping"]>("never", "proportional", "when_everything_returned");
  const from = anyReturn({ untouched: true });
  const any = fc.record({ from, rates: anyRates, shipping, shuffle: fc.infiniteStream(fc.nat()) });
  holds(any, ({ from, rates, shipping, shuffle }) => {
    const policy: Policy = { ...defaultPolicy(from.order.currency), ...rates, shipping };
    const input = inputOf({ from, policy, resolution: "store_credit" });
    const parts = oneByOne(from.selection)
      .map((part) => ({ part, at: shuffle.next().value }))
      .sort((a, b) => a.at - b.at)
      .map(({ part }) => part);
    return equal(sum(inParts(input, parts), from.order.currency), quote(input).totals.total);
  });
});

test("the bonus is nothing when it is off, and nothing for the money", () => {
  holds(anyInput, (input) => {
    const { policy } = input.policy;
    const storeCredit = { ...policy.storeCredit, bonus: { kind: "none" as const }, bonusRules: [] };
    const off = quote({ ...input, policy: { version: 3, policy: { ...policy, storeCredit } } });
    return (
      isZero(off.totals.bonus) && isZero(quote({ ...input, resolution: "original_payment" }).totals.bonus)
    );
  });
});

test("the same input gives the same quote, byte for byte, in whatever sequence the lines were chosen", () => {
  const bytes = (made: Quote) => JSON.stringify(quoteToJson(made));
  const turned = (input: QuoteInput) => ({ ...input, selection: [...input.selection].reverse() });
  holds(anyInput, (input) => bytes(quote(turned(input))) === bytes(quote(input)));
  // Also when nothing of it is the same object; copying costs more than quoting, so not every time.
  holds(anyInput, (input) => bytes(quote(structuredClone(input))) === bytes(quote(input)), 1_000);
});

test("a quote survives being stored, and its fingerprint with it", () => {
  holds(
    anyInput,
    (input) => {
      const stored = JSON.stringify(quoteToJson(quote(input)));
      const read = quoteFromJson(JSON.parse(stored));
      return JSON.stringify(quoteToJson(read)) === stored && fingerprint(read) === fingerprint(quote(input));
    },
    1_000,
  );
});

test("a language changes the words, never an amount, and every row can be said in all of them", () => {
  const locale = fc.constantFrom("en", "de", "ja", "fr", "es", "it", "nl", "pt", "ar", "sv", "not a locale");
  holds(fc.record({ input: anyInput, locale }), ({ input, locale }) => {
    const made = quote(input);
    const tag = locale === "not a locale" ? "en" : locale;
    const said = explain(made, locale);
    return (
      said.every(
        ({ amount }, index) => amount === formatMoney(made.rows[index]?.amount ?? made.totals.total, tag),
      ) &&
      said.length === made.rows.length &&
      said.every(({ text }) => text !== "" && !/[{}_]/.test(text)) &&
      explainTotals(made, locale).at(-1)?.amount === formatMoney(made.totals.total, tag)
    );
  });
});

test("these promises are tried under policies a merchant could have saved", () => {
  holds(anyPolicy(), (policy) => policySchema.safeParse(policy).success, 1_000);
});
