import type { ParsedOrder } from "../description/shop.ts";
import { divideHalfUp, parseMinor, scaled, split } from "../money/amount.ts";
import { toPresentmentMinor } from "../money/exchange.ts";
import type { OrderLine, ShippingLine, TaxLine } from "../orders/order.ts";
import { discountedTotal, originalTotal } from "../orders/totals.ts";
import type { Loading } from "./loading.ts";

type DescribedTax = ParsedOrder["taxes"][number];

/** The lines of a described order with every discount spread and every tax worked out, in presentment minor units. */
export function pricedLines(
  loading: Loading,
  order: ParsedOrder,
  currency: string,
  taxesIncluded: boolean,
): OrderLine[] {
  const lines = order.lines.map((line, index) => bareLine(loading, order, line, index, currency));
  for (const discount of order.discounts) {
    const weights = lines.map(discountedTotal);
    const shares = split(parseMinor(discount.amount, currency), weights);
    for (const [index, line] of lines.entries()) {
      const amount = shares[index] ?? 0n;
      if (amount !== 0n)
        line.discounts.push({ title: discount.title, code: discount.code ?? null, across: true, amount });
    }
  }
  for (const [index, line] of lines.entries()) {
    const taxes = line.taxable ? (order.lines[index]?.taxes ?? order.taxes) : [];
    line.taxes = taxesOn(discountedTotal(line), taxes, currency, taxesIncluded);
  }
  return lines;
}

export function pricedShipping(
  loading: Loading,
  order: ParsedOrder,
  currency: string,
  taxesIncluded: boolean,
): ShippingLine[] {
  const { shipping } = order;
  if (!shipping) return [];
  const price = parseMinor(shipping.price, currency);
  const discount = shipping.discount ? parseMinor(shipping.discount, currency) : 0n;
  const id =
    shipping.id === undefined
      ? loading.world.nextId("ShippingLine")
      : loading.world.reserveId("ShippingLine", shipping.id);
  return [
    {
      id,
      title: shipping.title,
      ...(shipping.code === undefined ? {} : { code: shipping.code }),
      price,
      discount,
      taxes: taxesOn(price - discount, shipping.taxes ?? order.taxes, currency, taxesIncluded),
    },
  ];
}

/** Tax on top: base × rate. Tax contained: base × rate ÷ (1 + all rates). Both half-up. */
export function taxesOn(
  base: bigint,
  taxes: readonly DescribedTax[],
  currency: string,
  included: boolean,
): TaxLine[] {
  const one = 10n ** 12n;
  const rates = taxes.reduce((all, tax) => all + scaled(tax.rate, 12), 0n);
  return taxes.map((tax) => ({
    title: tax.title,
    rate: tax.rate,
    amount: tax.amount
      ? parseMinor(tax.amount, currency)
      : divideHalfUp(base * scaled(tax.rate, 12), included ? one + rates : one),
  }));
}

function bareLine(
  loading: Loading,
  order: ParsedOrder,
  line: ParsedOrder["lines"][number],
  index: number,
  currency: string,
): OrderLine {
  const { world, parsed } = loading;
  const found = line.variant === undefined ? undefined : loading.variants.get(line.variant);
  if (line.variant !== undefined && !found)
    throw new Error(`An order names the variant "${line.variant}", which the description does not have`);
  const rate = order.presentment?.rate ?? "1";
  const shopPrice = found && toPresentmentMinor(found.variant.price, parsed.currency, currency, rate);
  const unitPrice = line.unitPrice === undefined ? shopPrice : parseMinor(line.unitPrice, currency);
  if (unitPrice === undefined)
    throw new Error(`Line ${index + 1} of an order has neither a variant nor a unit price`);
  const made: OrderLine = {
    id: line.id === undefined ? world.nextId("LineItem") : world.reserveId("LineItem", line.id),
    ref: line.ref ?? line.variant ?? String(index),
    variantId: found?.variant.id ?? null,
    productId: found?.product.id ?? null,
    title: line.title ?? found?.product.title ?? "Custom item",
    variantTitle: line.variantTitle === undefined ? variantTitle(found?.variant.title) : line.variantTitle,
    sku: line.sku === undefined ? (found?.variant.sku ?? null) : line.sku,
    vendor: found?.product.vendor ?? null,
    quantity: line.quantity,
    removedQuantity: line.removedQuantity,
    unitPrice,
    discounts: [],
    taxes: [],
    duties: line.duties.map((duty) => ({
      id: world.nextId("Duty"),
      amount: parseMinor(duty.amount, currency),
      harmonizedSystemCode: duty.harmonizedSystemCode ?? null,
    })),
    requiresShipping: line.requiresShipping,
    taxable: line.taxable,
    giftCard: line.giftCard ?? found?.product.giftCard ?? false,
    weightGrams: found?.variant.weightGrams ?? 0,
    customAttributes: line.customAttributes,
  };
  if (line.discount) {
    const amount = parseMinor(line.discount.amount, currency);
    if (amount > originalTotal(made))
      throw new Error(`The discount on "${made.title}" is larger than the line`);
    made.discounts.push({
      title: line.discount.title,
      code: line.discount.code ?? null,
      across: false,
      amount,
    });
  }
  return made;
}

function variantTitle(title: string | undefined): string | null {
  return title === undefined || title === "Default Title" ? null : title;
}
