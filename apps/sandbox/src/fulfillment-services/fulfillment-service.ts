import type { Location, Shop } from "../shop/shop.ts";
import type { ShopWorld } from "../world/shop-world.ts";

export type FulfillmentService = NonNullable<Location["fulfillmentService"]>;

/** The place of a service, which is where it is kept. */
export function placeOfService(shop: ShopWorld, id: number | undefined): Location | undefined {
  return shop.locations.find(({ fulfillmentService }) => fulfillmentService?.id === id);
}

export function placesOfServices(shop: ShopWorld): Location[] {
  return shop.locations.all().filter(({ fulfillmentService }) => fulfillmentService);
}

/** As recorded: lower case, no accents, everything but letters, digits and underscores as one dash. */
export function handleOf(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, "-")
    .replace(/^-|-$/g, "");
}

const reserved = ["manual", "gift_card", "shopify", "amazon"];

/** What is wrong with a name, in Shopify's words. `except` is the service that is to have it. */
export function nameProblems(shop: ShopWorld, name: string, except?: FulfillmentService): string[] {
  if (!name.trim()) return ["Name can't be blank"];
  const blanks = [
    ...(/^\s/.test(name) ? ["Name cannot begin with a whitespace character"] : []),
    ...(/\s$/.test(name) ? ["Name cannot end with a whitespace character"] : []),
  ];
  if (blanks.length > 0) return blanks;
  const handle = handleOf(name);
  if (reserved.includes(handle)) return ["Name is reserved"];
  const taken = placesOfServices(shop).some(
    ({ fulfillmentService: other }) =>
      other && other !== except && [other.handle, handleOf(other.serviceName)].includes(handle),
  );
  return taken ? ["Name has already been taken"] : [];
}

/** Recorded: example.com and Shopify's own addresses are refused, the shop's and others are not. */
export function callbackProblem({ domain }: Shop, address: string | null | undefined): string | undefined {
  if (!address) return undefined;
  const { protocol, hostname } = new URL(address);
  if (!/^https?:$/.test(protocol)) return `Callback url protocol ${protocol}// is not supported`;
  const foreign = /(^|\.)(example\.(com|net|org)|shopify\.com|myshopify\.com|localhost)$/.test(hostname);
  return foreign && hostname !== domain ? "Callback url is not allowed" : undefined;
}
