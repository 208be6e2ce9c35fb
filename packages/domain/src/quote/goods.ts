import { money } from "@kept/money";
import type { Order, OrderLine } from "@kept/shopify";
import type { Row } from "./quote-types.ts";
import { row } from "./rows.ts";
import { sumOf, type Worth } from "./worth.ts";

/** A row for each line, then the tax on all of them: on top, or contained in the prices. */
export function goodsRows(order: Order, list: readonly Worth[]): Row[] {
  const rows = list.map((one) => itemRow(order.currency, one));
  const tax = sumOf(list, (one) => one.tax);
  if (tax !== 0n) rows.push(taxRow(order, tax));
  return rows;
}

function itemRow(currency: string, { line, quantity, items }: Worth): Row {
  return row({
    key: `item:${line.id}`,
    group: "items",
    minor: items,
    currency,
    label: isDiscounted(line) ? "item_discounted" : "item",
    values: { quantity, title: line.title },
    inputs: {
      paid: line.paid,
      units: line.quantity,
      gone: line.goneQuantity,
      quantity,
      unitPrice: line.unitPrice,
    },
    rule: "order",
  });
}

function isDiscounted({ unitPrice, quantity, paid }: OrderLine): boolean {
  return unitPrice.minor * BigInt(quantity) > paid.minor;
}

function taxRow(order: Order, tax: bigint): Row {
  const { currency, taxesIncluded } = order;
  return row({
    key: "tax",
    group: "tax",
    minor: tax,
    currency,
    included: taxesIncluded,
    label: taxesIncluded ? "tax_included" : "tax",
    values: {},
    inputs: { tax: money(tax, currency) },
    rule: "order",
  });
}
