/**
 * How the demo shops are written down: the way a person would tell it. What follows from it (percentages,
 * parcels, taxes, payments that add up) is worked out in `describe-order.ts` and by the stand-in itself. Amounts
 * are decimal strings in the order's presentment currency, times are days before now.
 */
export interface ShopStory {
  readonly handle: string;
  readonly name: string;
  readonly currency: string;
  readonly locale: string;
  readonly timezone: string;
  readonly country: string;
  readonly email: string;
  /** The storefront's own address. */
  readonly domain: string;
  readonly brand: { readonly color: string; readonly foreground: string; readonly slogan: string };
  readonly plan: "standard" | "advanced" | "plus" | "enterprise";
  readonly taxesIncluded: boolean;
  /** Used where an order names no tax of its own. `percent` may have decimals: "8.25". */
  readonly tax: TaxStory;
  readonly shippingTitle: string;
  readonly carrier: string;
  readonly location: {
    readonly name: string;
    readonly address1: string;
    readonly city: string;
    readonly zip: string;
    readonly country: string;
  };
  readonly products: readonly ProductStory[];
  readonly people: Readonly<Record<string, PersonStory>>;
  readonly orders: readonly OrderStory[];
}

export interface TaxStory {
  readonly title: string;
  readonly percent: string;
}

export interface ProductStory {
  /** Also the name of its picture: `pictures/{shop}/{handle}.webp`. */
  readonly handle: string;
  readonly title: string;
  readonly sku: string;
  readonly type: string;
  readonly collections: readonly string[];
  readonly tags?: readonly string[];
  readonly price: string;
  /** Option values; none means the one default variant. */
  readonly variants?: readonly string[];
}

export interface AddressStory {
  readonly address1: string;
  readonly city: string;
  readonly province?: string;
  readonly zip: string;
  readonly country: string;
}

export interface PersonStory {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone?: string;
  readonly locale?: string;
  readonly tags?: readonly string[];
  readonly address: AddressStory;
  /** Store credit they already have, in the shop's currency. */
  readonly credit?: { readonly amount: string; readonly daysAgo: number; readonly expiresInDays?: number };
}

export interface OrderStory {
  readonly number: number;
  /** Whose; absent for an order without a customer, which then may have an `email`. */
  readonly by?: string;
  readonly email?: string;
  readonly daysAgo: number;
  readonly lines: readonly LineStory[];
  readonly shipping?: string;
  readonly freeShipping?: boolean;
  /** A code that was entered at checkout; its title is the code. */
  readonly code?: DiscountStory;
  readonly tax?: TaxStory;
  /** Paid otherwise than by card; the card takes what is left. */
  readonly giftCard?: string;
  /** Nothing was left to pay. */
  readonly free?: boolean;
  readonly storeCredit?: string;
  /** Days ago it was sent; false: not yet. Absent: a day after the order. `lines` are the lines' places from 0. */
  readonly sent?: number | false | readonly { readonly daysAgo: number; readonly lines: readonly number[] }[];
  /** Days ago it arrived. Absent: three days after it was sent, when that has passed. */
  readonly arrived?: number;
  readonly refunds?: readonly RefundStory[];
  readonly cancelled?: {
    readonly daysAgo: number;
    readonly reason: "CUSTOMER" | "INVENTORY" | "DECLINED" | "OTHER";
  };
  /** Other currency than the shop's; `rate`: how much of it one unit of the shop's currency buys. */
  readonly currency?: { readonly code: string; readonly rate: string };
  readonly company?: string;
  readonly test?: boolean;
  readonly tags?: readonly string[];
  readonly note?: string;
}

/** "poppy-scarf" or "meadow-shirt/M", how many, and what is unusual about it. */
export type LineStory = readonly [
  variant: string,
  quantity: number,
  unusual?: {
    /** One unit, where it is not the product's price: another currency, or an older price. */
    readonly price?: string;
    readonly off?: DiscountStory;
  },
];

export type DiscountStory =
  | { readonly percent: string; readonly title: string }
  | { readonly amount: string; readonly title: string };

export interface RefundStory {
  readonly daysAgo: number;
  /** Place of the line from 0, and how many. */
  readonly lines: readonly (readonly [line: number, quantity: number])[];
  readonly shipping?: "full";
  readonly note?: string;
}
