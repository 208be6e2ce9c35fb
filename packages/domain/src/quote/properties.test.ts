import { formatMoney, type Money, money, sum } from "@kept/money";
import fc from "fast-check";
import { expect, test } from "vitest";
import { amountIn } from "../policy/amounts.ts";
import { defaultPolicy } from "../policy/default-policy.ts";
import { type Policy, policySchema, type ResolutionKind } from "../policy/policy.ts";
import { explain, explainTotals } from "./explain.ts";
import { strangerFacts } from "./facts.ts";
import { fingerprint } from "./fingerprint.ts";
import { quote } from "./quote.ts";
import { quoteFromJson, quoteToJson } from "./quote-json.ts";
import type { Quote, QuoteInput, SelectedUnits } from "./quote-types.ts";
import { type AnyReturn, afterReturn, anyReturn, oneByOne } from "./testing/any-order.ts";
import { anyPolicy, anyRates } from "./testing/any-policy.ts";
import { now } from "./testing/cast.ts";

/** Ten promises, each tried on 1,200 returns. The seed is printed: put it here to run the same returns again. */
const seed = Date.now() % 2_147_483_647;
process.stdout.write(`quote properties: seed ${seed}\n`);

const resolution = fc.constantFrom<ResolutionKind>("store_credit", "original_payment");

function holds<T>(any: fc.Arbitrary<T>, promise: (one: T) => void): void {
  fc.assert(fc.property(any, promise), { seed, numRuns: 1_200 });
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
  holds(anyInput, (input) => {
    const { rows, totals, currency, taxesIncluded } = quote(input);
    for (const group of ["items", "tax", "duties", "shipping", "fees", "cap", "bonus"] as const) {
      const amounts = rows.filter((row) => row.group === group).map(({ amount }) => amount);
      expect(sum(amounts, currency)).toEqual(totals[group]);
    }
    const { items, tax, duties, shipping, fees, cap, base, bonus, total } = totals;
    const parts = [items, duties, shipping, fees, cap, ...(taxesIncluded ? [] : [tax])];
    expect(sum(parts, currency)).toEqual(base);
    expect(sum([base, bonus], currency)).toEqual(total);
    const counted = rows.filter(({ included }) => !included).map(({ amount }) => amount);
    expect(sum(counted, currency)).toEqual(total);
  });
});

test("the lines' shares sum to base and bonus, and the payments' shares to the base", () => {
  holds(anyInput, (input) => {
    const { lines, payments, totals, currency, resolution } = quote(input);
    const summed = (list: readonly Money[]) => sum(list, currency);
    expect(summed(lines.map(({ base }) => base))).toEqual(totals.base);
    expect(summed(lines.map(({ bonus }) => bonus))).toEqual(totals.bonus);
    expect(summed(lines.map(({ items }) => items))).toEqual(totals.items);
    for (const { base, bonus } of lines) expect(base.minor >= 0n && bonus.minor >= 0n).toBe(true);
    const back = resolution === "original_payment" ? totals.base : money(0n, currency);
    expect(summed(payments.map(({ amount }) => amount))).toEqual(back);
  });
});

test("nothing is ever negative but fees and caps", () => {
  holds(anyInput, (input) => {
    const { items, tax, duties, shipping, fees, cap, base, bonus, total } = quote(input).totals;
    for (const { minor } of [items, tax, duties, shipping, base, bonus, total])
      expect(minor >= 0n).toBe(true);
    for (const { minor } of [fees, cap]) expect(minor <= 0n).toBe(true);
  });
});

test("never more than what is refundable, and never more bonus than its cap", () => {
  holds(anyInput, (input) => {
    const { base, bonus } = quote(input).totals;
    expect(base.minor <= input.order.refundable.minor).toBe(true);
    const cap = amountIn(input.policy.policy.storeCredit.limits.perReturn, base.currency);
    expect(cap === null || bonus.minor <= cap.minor).toBe(true);
  });
});

test("one unit more is never worth less", () => {
  const any = fc
    .record({ from: anyReturn(), policy: anyPolicy({ withRules: false }), resolution })
    .map(inputOf);
  holds(any, (input) => {
    const [first, ...rest] = input.selection;
    if (!first || first.quantity === 1) return;
    const fewer = quote({
      ...input,
      selection: [{ ...first, quantity: first.quantity - 1 }, ...rest],
    }).totals;
    const { base, total } = quote(input).totals;
    expect(base.minor >= fewer.base.minor).toBe(true);
    expect(total.minor >= fewer.total.minor).toBe(true);
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
    expect(sum(inParts(input, parts), from.order.currency)).toEqual(quote(input).totals.total);
  });
});

test("the bonus is nothing when it is off, and nothing for the money", () => {
  holds(anyInput, (input) => {
    const { policy } = input.policy;
    const storeCredit = { ...policy.storeCredit, bonus: { kind: "none" as const }, bonusRules: [] };
    const off = quote({ ...input, policy: { version: 3, policy: { ...policy, storeCredit } } });
    expect(off.totals.bonus.minor).toBe(0n);
    expect(quote({ ...input, resolution: "original_payment" }).totals.bonus.minor).toBe(0n);
  });
});

test("the same input gives the same quote, byte for byte, in whatever sequence the lines were chosen", () => {
  holds(anyInput, (input) => {
    const bytes = (made: Quote) => JSON.stringify(quoteToJson(made));
    const turned = { ...input, selection: [...input.selection].reverse() };
    expect(bytes(quote(structuredClone(turned)))).toBe(bytes(quote(input)));
  });
});

test("a quote survives being stored, and its fingerprint with it", () => {
  holds(anyInput, (input) => {
    policySchema.parse(input.policy.policy);
    const made = quote(input);
    const read = quoteFromJson(JSON.parse(JSON.stringify(quoteToJson(made))));
    expect(read).toEqual(made);
    expect(fingerprint(read)).toBe(fingerprint(made));
  });
});

test("a language changes the words, never an amount, and every row can be said in all of them", () => {
  const locale = fc.constantFrom("en", "de", "ja", "fr", "es", "it", "nl", "pt", "ar", "sv", "not a locale");
  holds(fc.record({ input: anyInput, locale }), ({ input, locale }) => {
    const made = quote(input);
    const tag = locale === "not a locale" ? "en" : locale;
    const said = explain(made, locale);
    expect(said.map(({ amount }) => amount)).toEqual(made.rows.map(({ amount }) => formatMoney(amount, tag)));
    expect(said.map(({ text }) => text).filter((text) => text === "" || /[{}_]/.test(text))).toEqual([]);
    expect(explainTotals(made, locale).at(-1)?.amount).toBe(formatMoney(made.totals.total, tag));
  });
});

function inParts(input: QuoteInput, parts: readonly (readonly SelectedUnits[])[]): Money[] {
  let { order } = input;
  return parts.map((selection) => {
    const { totals } = quote({ ...input, order, selection });
    order = afterReturn(order, selection, totals);
    return totals.total;
  });
}
