/** The demo's shops, each with an order that nobody else's journey touches and the person who may decide about it. */
export interface Shop {
  readonly handle: string;
  readonly domain: string;
  readonly currency: string;
  readonly owner: string;
}

const shop = (handle: string, currency: string): Shop => ({
  handle,
  domain: `${handle}.myshopify.com`,
  currency,
  owner: `owner@${handle}.example`,
});

export const bloom = shop("bloom", "USD");
export const fjord = shop("fjord", "EUR");
export const kumo = shop("kumo", "JPY");
