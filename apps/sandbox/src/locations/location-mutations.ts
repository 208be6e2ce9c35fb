import type { Context, Resolvers } from "../graphql/context.ts";
import { userError } from "../graphql/errors.ts";
import { as, gid, idIn } from "../graphql/gid.ts";
import { recall, remember, requiredKey } from "../refunds/idempotency.ts";
import type { Location } from "../shop/shop.ts";

interface LocationInput {
  name: string;
  fulfillsOnlineOrders?: boolean | null;
  address: {
    address1?: string | null;
    city?: string | null;
    provinceCode?: string | null;
    countryCode: string;
    zip?: string | null;
  };
}

/** Locations, as far as the recordings of the `@idempotent` directive need them. */
export const locationMutations: Resolvers[string] = {
  locationAdd: (_source, { input }: { input: LocationInput }, { shop, world }) => {
    const { address } = input;
    const location: Location = {
      id: world.nextId("Location"),
      name: input.name,
      country: address.countryCode,
      city: address.city ?? "",
      address1: address.address1 ?? "",
      zip: address.zip ?? "",
      provinceCode: address.provinceCode ?? null,
      active: true,
      fulfillsOnlineOrders: input.fulfillsOnlineOrders !== false,
      createdAt: world.nowText(),
      deactivatedAt: null,
    };
    return { location: as("Location", shop.locations.save(location)), userErrors: [] };
  },
  locationActivate: (_source, args: { locationId: string }, context, info) =>
    switchLocation(context, info, "locationActivate", args, true),
  locationDeactivate: (_source, args: { locationId: string }, context, info) =>
    switchLocation(context, info, "locationDeactivate", args, false),
  locationDelete: (_source, { locationId }: { locationId: string }, { shop }) => {
    const location = shop.locations.get(idIn(locationId, "Location"));
    if (!location)
      return {
        deletedLocationId: null,
        locationDeleteUserErrors: [userError(["locationId"], "Location not found.", "LOCATION_NOT_FOUND")],
      };
    if (location.active)
      return {
        deletedLocationId: null,
        locationDeleteUserErrors: [
          userError(
            ["locationId"],
            "The location cannot be deleted while it is active.",
            "LOCATION_IS_ACTIVE",
          ),
        ],
      };
    shop.locations.delete(location.id);
    return { deletedLocationId: gid("Location", location.id), locationDeleteUserErrors: [] };
  },
};

function switchLocation(
  context: Context,
  info: Parameters<typeof requiredKey>[0],
  operation: string,
  args: { locationId: string },
  active: boolean,
) {
  const { shop, world } = context;
  const errors = `${operation}UserErrors`;
  const key = requiredKey(info, context);
  const memory = key === undefined ? { known: "nothing" as const } : recall(context, operation, key, args);
  const location = shop.locations.get(idIn(args.locationId, "Location"));
  if (memory.known === "refusal")
    return { location: null, [errors]: [userError(null, memory.message, "GENERIC_ERROR")] };
  if (!location)
    return {
      location: null,
      [errors]: [userError(["locationId"], "Location not found.", "LOCATION_NOT_FOUND")],
    };
  if (memory.known === "nothing") {
    Object.assign(location, { active, deactivatedAt: active ? null : world.nowText() });
    shop.locations.save(location);
    if (key !== undefined) remember(context, operation, key, args, location.id);
  }
  return { location: as("Location", location), [errors]: [] };
}
