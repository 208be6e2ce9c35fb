import type { Admin } from "../admin/admin.ts";
import { graphql } from "../generated/gql.ts";
import type { OrderCustomer } from "../order.ts";
import { toCustomer } from "./customer.ts";

const document = graphql(`
  query ReadCustomer($id: ID!) {
    customer(id: $id) {
      id firstName lastName locale tags numberOfOrders
      defaultEmailAddress { emailAddress }
    }
  }
`);

/** Null when the customer was deleted or merged away. Throws ShopifyUnavailable. */
export async function readCustomer(admin: Admin, id: string): Promise<OrderCustomer | null> {
  const { customer } = await admin.read(document, { id });
  return customer ? toCustomer(customer) : null;
}
