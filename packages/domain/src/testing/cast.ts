/** The characters that recur: Ada the customer, Bloom the shop, a shirt at 20.00. */
export const ada = { ref: "ada", email: "ada@example.com", firstName: "Ada", lastName: "Lovelace" };

export interface CastOrder {
  readonly name: string;
  readonly lines: readonly {
    readonly title: string;
    readonly price: string;
    readonly quantity: number;
    /** As the stand-in says them. */
    readonly duties?: readonly object[];
  }[];
  /** As the stand-in says it; sent for nothing unless told otherwise. */
  readonly shipping?: object;
  readonly customer?: string | null;
  readonly currency?: string;
  /** How it was paid, as the stand-in says it; by card unless told otherwise. */
  readonly transactions?: readonly object[];
  readonly createdAt?: string;
}

/** Bloom as the stand-in loads it: each test gets a Bloom of its own, under its own domain. */
export function bloom(domain: string, orders: readonly CastOrder[], more: object = {}) {
  return {
    timezone: "America/New_York",
    ...more,
    domain,
    name: "Bloom & Thread",
    currency: "USD",
    // The plan with the most points a second: tests wait for rules, not for points.
    plan: "enterprise",
    presentmentCurrencies: ["EUR", "JPY", "KWD"],
    customers: [{ ...ada, tags: ["VIP"] }],
    // What customers spend their credit on.
    products: [{ handle: "scarf", title: "Wool scarf", variants: [{ id: 5001, price: "25.00" }] }],
    segments: [
      { id: 77, name: "Best customers", query: "customer_tags CONTAINS 'VIP'" },
      { id: 78, name: "Newsletter", query: "customer_tags CONTAINS 'newsletter'" },
    ],
    orders: orders.map(({ name, lines, customer = "ada", currency, createdAt = "-9d", ...more }) => ({
      name,
      customer,
      email: ada.email,
      createdAt,
      ...more,
      ...(currency && { presentment: { currency, rate: "1" } }),
      lines: lines.map(({ price, ...line }) => ({ ...line, unitPrice: price })),
      fulfillments: [{ at: "-8d", deliveredAt: "-6d" }],
    })),
  };
}
