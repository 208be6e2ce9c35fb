import { requiredScopes } from "@kept/shopify";
import { defaultPolicy, type Policy } from "../policy/index.ts";
import { connectShop, type Shop } from "../shop/index.ts";
import { bloom, type CastOrder } from "./cast.ts";
import type { TestWorld } from "./world.ts";

/** One more shop in the same world, of an organization that is there. */
export async function addShop(
  { tools, standIn, domain }: TestWorld,
  input: {
    organizationId: string;
    suffix: string;
    currency?: string;
    orders?: readonly CastOrder[];
    policy?: (policy: Policy) => Policy;
  },
): Promise<Shop> {
  const { currency = "USD", policy = (same) => same } = input;
  const own = domain.replace(".myshopify.com", `-${input.suffix}.myshopify.com`);
  await standIn.load({ ...bloom(own, input.orders ?? []), name: input.suffix, currency });
  return connectShop(tools, {
    organizationId: input.organizationId,
    domain: own,
    ...(await standIn.install(own, requiredScopes)),
    policy: (code) => policy(defaultPolicy(code)),
  });
}
