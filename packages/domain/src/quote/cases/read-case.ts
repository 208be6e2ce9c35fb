import { fromDecimal, type Money, zero } from "@kept/money";
import type { Order, Payment } from "@kept/shopify";
import { strangerFacts } from "../facts.ts";
import type { CustomerFacts, QuoteInput, SelectedUnits } from "../quote-types.ts";
import { line, now, order, rules } from "../testing/cast.ts";
import type { CaseCustomer, CaseOrder, WorkedCase } from "./case.ts";

/** Turns the words of a case into what `quote` is asked. Throws when a sentence cannot be read. */
export function readCase(story: WorkedCase): QuoteInput {
  return {
    order: readOrder(story),
    selection: story.returns.split(", ").map(readUnits),
    resolution: story.as === "money" ? "original_payment" : "store_credit",
    policy: { version: 1, policy: rules(story.currency, story.policy) },
    customer: readCustomer(story.currency, story.customer ?? {}),
    at: now,
  };
}

function readOrder({ currency, bought, order: more = {} }: WorkedCase): Order {
  const amount = (decimal: string | undefined) => (decimal ? fromDecimal(decimal, currency) : zero(currency));
  const made = order(currency, bought.map(readLine), {
    taxesIncluded: more.pricesIncludeTax ?? false,
    shipping: {
      paid: amount(more.shipping),
      tax: amount(more.shippingTax),
      refunded: amount(more.shippingRefunded),
    },
    duties: amount(more.duties),
    dutiesRefunded: amount(more.dutiesRefunded),
    countryCode: more.country ?? "US",
  });
  return {
    ...made,
    ...readMoney(made, more),
    customer: made.customer && { ...made.customer, tags: more.customerTags ?? [] },
  };
}

function readMoney(made: Order, { payments, refundable }: CaseOrder): Pick<Order, "payments" | "refundable"> {
  return {
    payments: payments ? payments.split(", ").map((text) => readPayment(text, made.currency)) : made.payments,
    refundable: refundable ? fromDecimal(refundable, made.currency) : made.refundable,
  };
}

const bought =
  /^(\d+) (\S+) for ([\d.]+)(?:, tax ([\d.]+))?(?:, (\d+) gone)?(?:, was ([\d.]+))?(?:, tagged (\S+))?$/;

function readLine(text: string): ReturnType<typeof line> {
  const [, quantity, title = "", paid = "", tax = "0", gone = "0", was, tag] = read(bought, text);
  const parts = { tax, gone: Number(gone), tags: tag ? [tag] : [] };
  return (currency) => {
    const made = line(title, Number(quantity), paid, parts)(currency);
    return was ? { ...made, unitPrice: fromDecimal(was, currency) } : made;
  };
}

function readUnits(text: string): SelectedUnits {
  const [, quantity, title, reason = null] = read(/^(\d+) (\S+)(?: \((\S+)\))?$/, text);
  return { lineItemId: `gid://shopify/LineItem/${title}`, quantity: Number(quantity), reason };
}

function readPayment(text: string, currency: string): Payment {
  const [, kind = "", paid = "", refunded = "0"] = read(
    /^(\S+) ([\d.]+)(?: of which ([\d.]+) refunded)?$/,
    text,
  );
  return {
    transactionId: kind,
    kind: kind as Payment["kind"],
    gateway: kind,
    amount: fromDecimal(paid, currency),
    refunded: fromDecimal(refunded, currency),
  };
}

function readCustomer(
  currency: string,
  { returnsBefore = 0, switched = false, ...amounts }: CaseCustomer,
): CustomerFacts {
  const given = Object.entries(amounts).map(([key, decimal]): [string, Money] => [
    key,
    fromDecimal(decimal, currency),
  ]);
  return { ...strangerFacts(currency), returnsBefore, switched, ...Object.fromEntries(given) };
}

function read(sentence: RegExp, text: string): RegExpExecArray {
  const found = sentence.exec(text);
  if (!found) throw new Error(`This cannot be read: ${text}`);
  return found;
}
