import type { Context, Resolvers } from "../graphql/context.ts";
import { userError } from "../graphql/errors.ts";
import { as, idIn } from "../graphql/gid.ts";
import { announceCustomer } from "../webhooks/announce.ts";
import type { Customer } from "./customer.ts";

export interface TaxesInput {
  taxExempt?: boolean | null;
  taxExemptions?: string[] | null;
}

/** What was said of somebody's taxes, each exemption once. */
export function taxesIn({
  taxExempt,
  taxExemptions,
}: TaxesInput): Pick<Customer, "taxExempt" | "taxExemptions"> {
  return {
    ...(typeof taxExempt === "boolean" ? { taxExempt } : {}),
    ...(taxExemptions ? { taxExemptions: [...new Set(taxExemptions)] } : {}),
  };
}

interface Change {
  customerId: string;
  taxExemptions: string[];
}

export const taxExemptionMutations: Resolvers[string] = {
  customerAddTaxExemptions: (_source, change: Change, context) =>
    changed(context, change, (had) => [...had, ...change.taxExemptions]),
  customerRemoveTaxExemptions: (_source, change: Change, context) =>
    changed(context, change, (had) => had.filter((one) => !change.taxExemptions.includes(one))),
  customerReplaceTaxExemptions: (_source, change: Change, context) =>
    changed(context, change, () => change.taxExemptions),
};

function changed(
  { shop, world }: Context,
  { customerId }: Change,
  next: (had: readonly string[]) => readonly string[],
) {
  const customer = shop.customers.get(idIn(customerId, "Customer"));
  if (!customer)
    return { customer: null, userErrors: [userError(["customerId"], "Customer does not exist.")] };
  customer.taxExemptions = [...new Set(next(customer.taxExemptions ?? []))];
  customer.updatedAt = world.nowText();
  shop.customers.save(customer);
  announceCustomer(shop, "update", customer);
  return { customer: as("Customer", customer), userErrors: [] };
}
