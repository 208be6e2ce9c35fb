import type { Context, Resolvers } from "../graphql/context.ts";
import { type UserError, userError } from "../graphql/errors.ts";
import { as, gid, idIn } from "../graphql/gid.ts";
import { type MetafieldInput, metafieldProblems, withMetafields } from "../metafields/metafield.ts";
import { recall, remember, requiredKey } from "../refunds/idempotency.ts";
import type { Location, Shop } from "../shop/shop.ts";
import { type AddressInput, inputProblems, whyNotActivate, whyNotDeactivate } from "./location-problems.ts";
import { hasInventory, hasPendingOrders } from "./location-resolvers.ts";

interface LocationInput {
  name?: string | null;
  fulfillsOnlineOrders?: boolean | null;
  address?: AddressInput | null;
  metafields?: MetafieldInput[] | null;
}

interface SwitchArguments {
  locationId: string;
  destinationLocationId?: string | null;
}

const notFound = userError(["locationId"], "Location not found.", "LOCATION_NOT_FOUND");

export const locationMutations: Resolvers[string] = {
  locationAdd: (_source, { input }: { input: LocationInput }, { shop, world }) => {
    const problems = [
      ...inputProblems(shop, { name: "", ...input }),
      ...metafieldProblems(input.metafields, ["input"]),
    ];
    if (problems.length > 0) return { location: null, userErrors: problems };
    const location: Location = {
      id: world.nextId("Location"),
      name: input.name ?? "",
      country: "US",
      city: "",
      address1: "",
      zip: "",
      provinceCode: null,
      ...addressIn(input.address),
      ...onTheMap(shop.shop, input.address),
      ...withMetafields(world, {}, input.metafields),
      active: true,
      fulfillsOnlineOrders: input.fulfillsOnlineOrders !== false,
      createdAt: world.nowText(),
      deactivatedAt: null,
    };
    return { location: as("Location", shop.locations.save(location)), userErrors: [] };
  },
  locationEdit: (_source, { id, input }: { id: string; input: LocationInput }, { shop, world }) => {
    const location = shop.locations.get(idIn(id, "Location"));
    const refuse = (errors: UserError[]) => ({ location: null, userErrors: errors });
    if (!location) return refuse([userError(["id"], "Location not found.", "NOT_FOUND")]);
    const problems = [
      ...inputProblems(shop, input, location),
      ...metafieldProblems(input.metafields, ["input"], location.metafields?.length),
    ];
    if (problems.length > 0) return refuse(problems);
    const online = input.fulfillsOnlineOrders ?? location.fulfillsOnlineOrders;
    const others = shop.locations.all().filter((other) => other !== location && other.active);
    if (location.fulfillsOnlineOrders && !online && !others.some((other) => other.fulfillsOnlineOrders)) {
      const message =
        "Online order fulfillment could not be disabled for this location as it is the only location that fulfills online orders.";
      return refuse([userError(["input"], message, "CANNOT_DISABLE_ONLINE_ORDER_FULFILLMENT")]);
    }
    const { metafields } = input;
    Object.assign(location, addressIn(input.address), withMetafields(world, location, metafields), {
      ...(input.name ? { name: input.name } : {}),
      fulfillsOnlineOrders: online,
      updatedAt: world.nowText(),
    });
    return { location: as("Location", shop.locations.save(location)), userErrors: [] };
  },
  locationActivate: (_source, args: SwitchArguments, context, info) =>
    switchLocation(context, info, "locationActivate", args),
  locationDeactivate: (_source, args: SwitchArguments, context, info) =>
    switchLocation(context, info, "locationDeactivate", args),
  locationDelete: (_source, { locationId }: { locationId: string }, { shop }) => {
    const location = shop.locations.get(idIn(locationId, "Location"));
    if (!location || location.fulfillmentService)
      return { deletedLocationId: null, locationDeleteUserErrors: [notFound] };
    const because = (reason: string, code: string) =>
      userError(["locationId"], `The location cannot be deleted while it ${reason}.`, code);
    const reasons = [
      ...(location.active ? [because("is active", "LOCATION_IS_ACTIVE")] : []),
      ...(hasInventory(shop, location) ? [because("has inventory", "LOCATION_HAS_INVENTORY")] : []),
      ...(hasPendingOrders(shop, location)
        ? [because("has pending orders", "LOCATION_HAS_PENDING_ORDERS")]
        : []),
    ];
    if (reasons.length > 0) return { deletedLocationId: null, locationDeleteUserErrors: reasons };
    shop.locations.delete(location.id);
    return { deletedLocationId: gid("Location", location.id), locationDeleteUserErrors: [] };
  },
};

/** What was given of an address; the province's name goes with its code. */
function addressIn(address: AddressInput | null | undefined): Partial<Location> {
  const { countryCode, ...given } = address ?? {};
  const said = Object.entries(given).filter(([, value]) => value !== null && value !== undefined);
  return { ...Object.fromEntries(said), ...(countryCode ? { country: countryCode } : {}) };
}

/** Where the address is and what the address book would have it be, as far as the map knows it. */
function onTheMap({ map = [] }: Shop, address: AddressInput | null | undefined): Partial<Location> {
  const known = map.find(
    ({ address1, city, zip }) =>
      address1 === (address?.address1 ?? "") &&
      city === (address?.city ?? "") &&
      zip === (address?.zip ?? ""),
  );
  if (!known) return {};
  const { latitude, longitude, suggestedAddresses } = known;
  return { latitude, longitude, suggestedAddresses };
}

/** Opens or closes a place, once per key. A refusal answers the place as it is. */
function switchLocation(
  context: Context,
  info: Parameters<typeof requiredKey>[0],
  operation: "locationActivate" | "locationDeactivate",
  args: SwitchArguments,
) {
  const { shop, world } = context;
  const refuse = (error: UserError, location?: Location) => ({
    location: location ? as("Location", location) : null,
    [`${operation}UserErrors`]: [error],
  });
  const key = requiredKey(info, context);
  const memory = key === undefined ? { known: "nothing" as const } : recall(context, operation, key, args);
  const location = shop.locations.get(idIn(args.locationId, "Location"));
  if (!location) return refuse(notFound);
  if (memory.known === "refusal") return refuse(userError(null, memory.message, memory.code), location);
  if (memory.known === "nothing") {
    const activate = operation === "locationActivate";
    const why = activate
      ? whyNotActivate(shop, location)
      : whyNotDeactivate(shop, location, destinationOf(context, args));
    if (why) return refuse(why, location);
    Object.assign(location, { active: activate, deactivatedAt: activate ? null : world.nowText() });
    if (!activate && location.stocked) location.stocked = false;
    shop.locations.save(location);
    if (key !== undefined) remember(context, operation, key, args, location.id);
  }
  return { location: as("Location", location), [`${operation}UserErrors`]: [] };
}

function destinationOf({ shop }: Context, { destinationLocationId: id }: SwitchArguments) {
  return id ? { id, location: shop.locations.get(idIn(id, "Location")) } : undefined;
}
