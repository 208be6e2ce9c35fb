import type { ShopDescription } from "../description/shop.ts";
import { describeOrder } from "./describe-order.ts";
import type { AddressStory, PersonStory, ProductStory, ShopStory } from "./story.ts";

/** A demo shop as POST /control/shops takes it. */
export function describeShop(story: ShopStory): ShopDescription {
  return {
    domain: `${story.handle}.myshopify.com`,
    handle: story.handle,
    name: story.name,
    email: story.email,
    currency: story.currency,
    timezone: story.timezone,
    country: story.country,
    plan: story.plan,
    taxesIncluded: story.taxesIncluded,
    primaryLocale: story.locale,
    presentmentCurrencies: [...new Set(story.orders.flatMap((order) => order.currency?.code ?? []))],
    primaryDomain: story.domain,
    brand: story.brand,
    locations: [story.location],
    products: story.products.map((product) => describeProduct(product, story)),
    customers: Object.entries(story.people).map(([ref, person]) => describePerson(ref, person, story)),
    segments: [{ name: "Best customers", query: "customer_tags CONTAINS 'vip'" }],
    orders: story.orders.map((order) => describeOrder(order, story)),
    storeCreditAccounts: Object.entries(story.people).flatMap(([customer, { credit }]) =>
      credit
        ? {
            customer,
            currency: story.currency,
            credits: [
              {
                amount: credit.amount,
                at: `-${credit.daysAgo}d`,
                expiresAt: credit.expiresInDays ? `+${credit.expiresInDays}d` : null,
              },
            ],
          }
        : [],
    ),
  };
}

function describeProduct(product: ProductStory, story: ShopStory) {
  return {
    handle: product.handle,
    title: product.title,
    type: product.type,
    vendor: story.name,
    tags: [...(product.tags ?? [])],
    collections: [...product.collections],
    picture: `${product.handle}.webp`,
    pictureAlt: product.title,
    variants: (product.variants ?? [undefined]).map((title, place) => ({
      ref: title ? `${product.handle}/${title}` : product.handle,
      title,
      sku: `${product.sku}-${place + 1}`,
      price: product.price,
    })),
  };
}

function describePerson(ref: string, person: PersonStory, story: ShopStory) {
  const orders = story.orders.filter(({ by }) => by === ref).map(({ daysAgo }) => daysAgo);
  return {
    ref,
    email: person.email,
    firstName: person.firstName,
    lastName: person.lastName,
    phone: person.phone ?? null,
    locale: person.locale,
    tags: [...(person.tags ?? [])],
    state: "ENABLED" as const,
    createdAt: `-${Math.max(0, person.credit?.daysAgo ?? 0, ...orders) + 21}d`,
    address: describeAddress(person, person.address),
  };
}

export function describeAddress(person: PersonStory, address: AddressStory) {
  return {
    firstName: person.firstName,
    lastName: person.lastName,
    address1: address.address1,
    city: address.city,
    provinceCode: address.province,
    countryCode: address.country,
    zip: address.zip,
  };
}
