import { serviceSource } from "../fulfillment-services/fulfillment-service-resolvers.ts";
import { connection, type PageArguments } from "../graphql/connection.ts";
import type { Context, Resolvers } from "../graphql/context.ts";
import { gid } from "../graphql/gid.ts";
import { matches, parseSearch, type SearchField } from "../graphql/search.ts";
import { metafieldFields } from "../metafields/metafield-resolvers.ts";
import type { Location } from "../shop/shop.ts";
import type { ShopWorld } from "../world/shop-world.ts";
import { provinceName } from "./provinces.ts";

interface ListArguments extends PageArguments {
  includeInactive?: boolean | null;
  /** Places of fulfillment services. */
  includeLegacy?: boolean | null;
  limit?: number | null;
  query?: string | null;
  sortKey?: string | null;
}

export const locationResolvers: Resolvers = {
  Location: {
    ...metafieldFields,
    id: (location: Location) => gid("Location", location.id),
    legacyResourceId: (location: Location) => String(location.id),
    isActive: (location: Location) => location.active,
    activatable: (location: Location, _args, { shop }) => !hasActiveTwin(shop, location),
    deactivatable: (location: Location) =>
      location.fulfillmentService === undefined && location.permanent !== true,
    deletable: (location: Location) => !location.active || location.fulfillmentService !== undefined,
    fulfillsOnlineOrders: (location: Location) => location.fulfillsOnlineOrders,
    shipsInventory: (location: Location) => location.permanent ?? false,
    hasActiveInventory: (location: Location, _args, { shop }) => hasInventory(shop, location),
    hasUnfulfilledOrders: (location: Location, _args, { shop }) => hasPendingOrders(shop, location),
    isFulfillmentService: (location: Location) => location.fulfillmentService !== undefined,
    fulfillmentService: serviceSource,
    isPrimary: (location: Location, _args, { shop }) => shop.locations.all()[0]?.id === location.id,
    addressVerified: (location: Location) => location.addressVerified ?? false,
    createdAt: (location: Location) => location.createdAt,
    updatedAt: (location: Location) => location.updatedAt ?? location.createdAt,
    suggestedAddresses: (location: Location) => location.suggestedAddresses ?? [],
    address: addressOf,
  },
};

export const locationQueries: Resolvers[string] = {
  location: (_source, { id }: { id?: string | null }, { shop }) =>
    id ? byId(shop, id) : (shop.locations.all()[0] ?? null),
  locationByIdentifier: (_source, { identifier }: { identifier: { id?: string | null } }, { shop }) =>
    byId(shop, identifier.id ?? ""),
  locations: (_source, args: ListArguments, context) =>
    connection(listed(context, args), args, { idOf: (location) => location.id }),
  locationsCount: (_source, args: ListArguments, context) => {
    const count = listed(context, { ...args, includeInactive: true, includeLegacy: true }).length;
    const { limit } = args;
    return limit && count > limit ? { count: limit, precision: "AT_LEAST" } : { count, precision: "EXACT" };
  },
  locationsAvailableForDeliveryProfilesConnection: (_source, args: PageArguments, { shop }) =>
    connection(
      byNumber(shop.locations.all()).filter(({ active }) => active),
      args,
      { idOf: (location) => location.id },
    ),
};

/** Stock is not counted here: an active place that sends online orders holds some as soon as there are products. */
export function hasInventory(shop: ShopWorld, location: Location): boolean {
  return location.stocked ?? (location.active && location.fulfillsOnlineOrders && shop.products.size > 0);
}

/** Whether some order waits to be sent from there. */
export function hasPendingOrders(shop: ShopWorld, location: Location): boolean {
  const waits = ["OPEN", "IN_PROGRESS", "ON_HOLD"];
  return (
    location.pendingOrders ??
    shop.orders
      .all()
      .some(({ fulfillmentOrders }) =>
        fulfillmentOrders.some(
          ({ locationId, status }) => locationId === location.id && waits.includes(status),
        ),
      )
  );
}

/** Whether another active place goes by the same name. */
export function hasActiveTwin(shop: ShopWorld, location: Location): boolean {
  return shop.locations
    .all()
    .some((other) => other !== location && other.active && other.name === location.name);
}

const fields: Record<string, SearchField<Location>> = {
  default: (location) => location.name,
  id: (location) => location.id,
  name: (location) => location.name,
  active: (location) => String(location.active),
  city: (location) => location.city,
  country: (location) => location.country,
  zip: (location) => location.zip,
  created_at: (location) => new Date(location.createdAt),
};

/** By name unless asked for otherwise, as recorded. */
function listed({ shop }: Context, args: ListArguments): Location[] {
  const search = parseSearch(args.query);
  const found = shop.locations
    .all()
    .filter(
      (location) =>
        (location.active || args.includeInactive) &&
        (!location.fulfillmentService || args.includeLegacy) &&
        matches(search, location, fields),
    );
  return args.sortKey === "ID" ? byNumber(found) : found.sort((a, b) => a.name.localeCompare(b.name, "en"));
}

function byNumber(locations: readonly Location[]): Location[] {
  return [...locations].sort((a, b) => a.id - b.id);
}

function byId(shop: ShopWorld, id: string): Location | null {
  return shop.locations.find((location) => gid("Location", location.id) === id) ?? null;
}

function addressOf(location: Location) {
  const country = new Intl.DisplayNames("en", { type: "region" }).of(location.country);
  return {
    address1: location.address1 || null,
    address2: location.address2 ?? null,
    city: location.city || null,
    country,
    countryCode: location.country,
    formatted: [
      location.address1,
      location.address2,
      [location.city, location.provinceCode, location.zip].filter(Boolean).join(" "),
      country,
    ].filter(Boolean),
    latitude: location.latitude ?? null,
    longitude: location.longitude ?? null,
    phone: location.phone ?? null,
    province: location.province ?? provinceName(location.country, location.provinceCode),
    provinceCode: location.provinceCode,
    zip: location.zip || null,
  };
}
