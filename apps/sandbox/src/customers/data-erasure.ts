import type { Resolvers } from "../graphql/context.ts";
import { userError } from "../graphql/errors.ts";
import { idIn } from "../graphql/gid.ts";

/** Asking for somebody's data to be erased, and thinking better of it; what follows after ten days is sent by hand. */
export const dataErasureMutations: Resolvers[string] = {
  customerRequestDataErasure: (_source, { customerId }: { customerId: string }, { shop, world }) => {
    const customer = shop.customers.get(idIn(customerId, "Customer"));
    if (!customer) return unknown;
    customer.erasureRequestedAt = world.nowText();
    shop.customers.save(customer);
    return { customerId, userErrors: [] };
  },
  customerCancelDataErasure: (_source, { customerId }: { customerId: string }, { shop }) => {
    const customer = shop.customers.get(idIn(customerId, "Customer"));
    if (!customer) return unknown;
    if (!customer.erasureRequestedAt)
      return refused("Customer's data is not scheduled for erasure", "NOT_BEING_ERASED");
    delete customer.erasureRequestedAt;
    shop.customers.save(customer);
    return { customerId, userErrors: [] };
  },
};

function refused(message: string, code: string) {
  return { customerId: null, userErrors: [userError(["customerId"], message, code)] };
}

const unknown = refused("Customer does not exist", "DOES_NOT_EXIST");
