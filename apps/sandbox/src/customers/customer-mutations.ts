import type { Resolvers } from "../graphql/context.ts";
import { userError } from "../graphql/errors.ts";
import { idIn } from "../graphql/gid.ts";
import { announce } from "../webhooks/announce.ts";
import { invitationMutations } from "./account-invitation.ts";
import { addressMutations } from "./address-mutations.ts";
import { consentMutations } from "./consent.ts";
import type { CustomerInput } from "./customer-input.ts";
import { customerMergeMutations } from "./customer-merge.ts";
import { customerSet } from "./customer-set.ts";
import { dataErasureMutations } from "./data-erasure.ts";
import { dataSaleMutations } from "./data-sale.ts";
import { createCustomer, updateCustomer } from "./keep-customer.ts";
import { taxExemptionMutations } from "./tax-exemptions.ts";

export const customerMutations: Resolvers[string] = {
  customerCreate: (_source, { input }: { input: CustomerInput }, context) => createCustomer(context, input),
  customerUpdate: (_source, { input }: { input: CustomerInput }, context) => updateCustomer(context, input),
  customerDelete: (_source, { input }: { input: { id: string } }, { shop }) => {
    const customer = shop.customers.get(idIn(input.id, "Customer"));
    const refuse = (message: string) => ({
      deletedCustomerId: null,
      userErrors: [userError(["id"], message)],
      shop: shop.shop,
    });
    if (!customer) return refuse("Customer can't be found");
    if (shop.ordersOf(customer.id).length > 0)
      return refuse("Customer can’t be deleted because they have associated orders");
    shop.customers.delete(customer.id);
    announce(shop, "customers/delete", { id: customer.id, admin_graphql_api_id: input.id });
    return { deletedCustomerId: input.id, userErrors: [], shop: shop.shop };
  },
  customerSet,
  ...invitationMutations,
  ...addressMutations,
  ...consentMutations,
  ...customerMergeMutations,
  ...dataErasureMutations,
  ...dataSaleMutations,
  ...taxExemptionMutations,
};
