import type { Resolvers } from "../graphql/context.ts";
import { gid, idIn } from "../graphql/gid.ts";
import type { Location } from "../shop/shop.ts";
import type { ShopWorld } from "../world/shop-world.ts";
import { placeOfService, placesOfServices } from "./fulfillment-service.ts";

/** A service as GraphQL shows it; `null` for a place that the merchant runs. */
export function serviceSource(location: Location | undefined) {
  const service = location?.fulfillmentService;
  if (!service) return null;
  return {
    id: `${gid("FulfillmentService", service.id)}?id=true`,
    handle: service.handle,
    serviceName: service.serviceName,
    callbackUrl: service.callbackUrl ?? null,
    trackingSupport: service.trackingSupport ?? false,
    inventoryManagement: service.inventoryManagement ?? false,
    requiresShippingMethod: service.requiresShippingMethod ?? true,
    fulfillmentOrdersOptIn: true,
    type: "THIRD_PARTY",
    location,
  };
}

/** Every shop's own hands come first. */
export function servicesOf(shop: ShopWorld) {
  const manual = {
    id: gid("FulfillmentService", "manual"),
    handle: "manual",
    serviceName: "Manual",
    callbackUrl: null,
    trackingSupport: false,
    inventoryManagement: false,
    requiresShippingMethod: true,
    fulfillmentOrdersOptIn: true,
    type: "MANUAL",
    location: shop.locations.all()[0] ?? null,
  };
  return [manual, ...placesOfServices(shop).map(serviceSource)];
}

export const fulfillmentServiceQueries: Resolvers[string] = {
  fulfillmentService: (_source, { id }: { id: string }, { shop }) =>
    serviceSource(placeOfService(shop, idIn(id, "FulfillmentService"))),
};
