import type { Context, Resolvers } from "../graphql/context.ts";
import { type UserError, userError } from "../graphql/errors.ts";
import { gid, idIn } from "../graphql/gid.ts";
import type { Location } from "../shop/shop.ts";
import {
  callbackProblem,
  type FulfillmentService,
  handleOf,
  nameProblems,
  placeOfService,
} from "./fulfillment-service.ts";
import { serviceSource } from "./fulfillment-service-resolvers.ts";

interface ServiceArguments {
  id: string;
  name?: string | null;
  callbackUrl?: string | null;
  trackingSupport?: boolean | null;
  inventoryManagement?: boolean | null;
  requiresShippingMethod?: boolean | null;
}

interface DeleteArguments {
  id: string;
  destinationLocationId?: string | null;
  inventoryAction?: "DELETE" | "KEEP" | "TRANSFER" | null;
}

const refuse = (userErrors: UserError[]) => ({ fulfillmentService: null, userErrors });

/** A warehouse somebody else runs: a service and a place of the same name come and go together. */
export const fulfillmentServiceMutations: Resolvers[string] = {
  fulfillmentServiceCreate: (_source, args: ServiceArguments, context) => {
    const { shop, world } = context;
    const problems = problemsWith(context, args);
    if (problems.length > 0) return refuse(problems);
    const name = args.name ?? "";
    const location: Location = {
      id: world.nextId("Location"),
      name,
      country: shop.shop.country,
      city: "",
      address1: "",
      zip: "",
      provinceCode: null,
      active: true,
      fulfillsOnlineOrders: true,
      fulfillmentService: {
        id: world.nextId("FulfillmentService"),
        handle: handleOf(name),
        serviceName: name,
        ...said(args),
      },
      createdAt: world.nowText(),
      deactivatedAt: null,
    };
    return { fulfillmentService: serviceSource(shop.locations.save(location)), userErrors: [] };
  },
  fulfillmentServiceUpdate: (_source, args: ServiceArguments, context) => {
    const { shop, world } = context;
    const location = placeOfService(shop, idIn(args.id, "FulfillmentService"));
    const service = location?.fulfillmentService;
    if (!location || !service) return refuse([userError(["id"], "Fulfillment service could not be found.")]);
    const problems = problemsWith(context, { ...args, name: args.name ?? service.serviceName }, service);
    if (problems.length > 0) return refuse(problems);
    const serviceName = args.name ?? service.serviceName;
    Object.assign(location, {
      name: serviceName,
      updatedAt: world.nowText(),
      fulfillmentService: { ...service, ...said(args), serviceName },
    });
    return { fulfillmentService: serviceSource(shop.locations.save(location)), userErrors: [] };
  },
  fulfillmentServiceDelete: (_source, args: DeleteArguments, { shop }) => {
    const stay = (error: UserError) => ({ deletedId: null, userErrors: [error] });
    const location = placeOfService(shop, idIn(args.id, "FulfillmentService"));
    const service = location?.fulfillmentService;
    if (!location || !service) return stay(userError(["id"], "Fulfillment service could not be found."));
    const { destinationLocationId: to, inventoryAction = "TRANSFER" } = args;
    if (to && inventoryAction !== "TRANSFER")
      return stay(
        userError(
          ["inventoryAction"],
          "Inventory action Destination location id should not be present when deleting/keeping the inventory of the fulfillment service.",
        ),
      );
    if (to && !shop.locations.get(idIn(to, "Location"))?.active)
      return stay(userError(null, "Invalid destination location."));
    if (inventoryAction === "KEEP") {
      const { fulfillmentService: _gone, ...kept } = location;
      shop.locations.save(kept);
    } else shop.locations.delete(location.id);
    return { deletedId: gid("FulfillmentService", service.id), userErrors: [] };
  },
};

function problemsWith({ shop }: Context, args: ServiceArguments, except?: FulfillmentService): UserError[] {
  const callback = callbackProblem(shop.shop, args.callbackUrl);
  return [
    ...nameProblems(shop, args.name ?? "", except).map((message) => userError(["name"], message)),
    ...(callback ? [userError(["callbackUrl"], callback)] : []),
  ];
}

/** Recorded of changes too: what is not said is as it would be in a new one. */
function said(args: ServiceArguments): Partial<FulfillmentService> {
  return {
    ...(args.callbackUrl ? { callbackUrl: args.callbackUrl } : {}),
    trackingSupport: args.trackingSupport ?? false,
    inventoryManagement: args.inventoryManagement ?? false,
    requiresShippingMethod: args.requiresShippingMethod ?? true,
  };
}
