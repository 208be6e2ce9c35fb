import { type UserError, userError } from "../graphql/errors.ts";
import type { Location } from "../shop/shop.ts";
import type { ShopWorld } from "../world/shop-world.ts";
import { hasActiveTwin, hasInventory } from "./location-resolvers.ts";

export interface AddressInput {
  address1?: string | null;
  address2?: string | null;
  city?: string | null;
  provinceCode?: string | null;
  countryCode?: string | null;
  zip?: string | null;
  phone?: string | null;
}

const most = 200;

/** What is wrong with a place's name and address, in Shopify's words. */
export function inputProblems(
  shop: ShopWorld,
  input: { name?: string | null; address?: AddressInput | null },
  known?: Location,
): UserError[] {
  const at = (path: string[], message: string, code: string) => userError(["input", ...path], message, code);
  const { name, address } = input;
  if (name !== undefined && !name?.trim()) return [at(["name"], "Add a location name", "BLANK")];
  if (name && name.length > 100)
    return [at(["name"], "Use a shorter location name (up to 100 characters)", "TOO_LONG")];
  for (const [field, what] of Object.entries(addressWords))
    if ((address?.[field as keyof AddressInput] ?? "").length > 255)
      return [at(["address", field], `Use a shorter ${what} (up to 255 characters)`, "TOO_LONG")];
  const open = shop.locations.all().filter(({ active }) => active);
  if (name && open.some((other) => other !== known && other.name === name))
    return [at(["name"], "You already have a location with this name", "TAKEN")];
  if (!known && open.filter((other) => !other.fulfillmentService).length >= most)
    return [at([], `You have reached the maximum number of locations (${most})`, "INVALID")];
  return [];
}

const addressWords: Partial<Record<keyof AddressInput, string>> = {
  address1: "name for the street",
  city: "city name",
  zip: "postal / ZIP code",
};

/** Why a place stays open; one reason, in the order recorded. */
export function whyNotDeactivate(
  shop: ShopWorld,
  location: Location,
  destination: { id: string; location: Location | undefined } | undefined,
): UserError | undefined {
  const cannot = "Location could not be deactivated";
  if (destination?.location === location)
    return userError(
      ["destinationLocationId"],
      `${cannot} because the destination location cannot be set to the location to be deactivated.`,
      "DESTINATION_LOCATION_IS_THE_SAME_LOCATION",
    );
  if (destination && !destination.location)
    return userError(
      ["destinationLocationId"],
      "destination location not shopify managed",
      "DESTINATION_LOCATION_NOT_SHOPIFY_MANAGED",
    );
  if (destination && !destination.location?.active)
    return userError(
      ["destinationLocationId"],
      `${cannot} because the destination location could be not found or is inactive.`,
      "DESTINATION_LOCATION_NOT_FOUND_OR_INACTIVE",
    );
  if (!location.active) return undefined;
  if (location.fulfillmentService || location.permanent)
    return userError(
      ["locationId"],
      `${cannot} because it either has a fulfillment service or is the only location with a shipping address.`,
      "PERMANENTLY_BLOCKED_FROM_DEACTIVATION_ERROR",
    );
  const others = shop.locations.all().filter((other) => other !== location && other.active);
  if (location.fulfillsOnlineOrders && !others.some((other) => other.fulfillsOnlineOrders))
    return userError(
      ["locationId"],
      "At least one location must fulfill online orders.",
      "CANNOT_DISABLE_ONLINE_ORDER_FULFILLMENT",
    );
  return hasInventory(shop, location) && !destination
    ? userError(
        ["locationId"],
        `${cannot} without specifying where to relocate inventory stocked at the location.`,
        "HAS_ACTIVE_INVENTORY_ERROR",
      )
    : undefined;
}

export function whyNotActivate(shop: ShopWorld, location: Location): UserError | undefined {
  if (location.fulfillmentService)
    return userError(["locationId"], "Location not found.", "LOCATION_NOT_FOUND");
  if (location.active) return undefined;
  return hasActiveTwin(shop, location)
    ? userError(
        ["locationId"],
        "This location currently cannot be activated because there exists an active location with the same name.",
        "HAS_NON_UNIQUE_NAME",
      )
    : undefined;
}
