import type { Customer } from "../../customers/customer.ts";
import type { ShopWorld } from "../../world/shop-world.ts";

/** What somebody is about to buy. `cost` is minor units of the shop's currency for all pieces. */
export interface Basket {
  readonly customer: Customer;
  readonly lines: readonly { variantId: number; title: string; quantity: number; cost: bigint }[];
}

const mostOfOne = 20;

/** Reads `customer` and `buy-{variant}` fields; `undefined` while nobody or nothing is chosen. */
export function basketFrom(shop: ShopWorld, fields: URLSearchParams): Basket | undefined {
  const customer = shop.customers.get(Number(fields.get("customer")));
  const lines = shop.products.all().flatMap((product) =>
    product.variants.flatMap(({ id, price }) => {
      const wanted = Math.trunc(Number(fields.get(`buy-${id}`)));
      const quantity = wanted > 0 ? Math.min(wanted, mostOfOne) : 0;
      return quantity > 0
        ? [{ variantId: id, title: product.title, quantity, cost: price * BigInt(quantity) }]
        : [];
    }),
  );
  return customer && lines.length > 0 ? { customer, lines } : undefined;
}
