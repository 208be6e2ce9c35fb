import type { Admin } from "../admin/admin.ts";
import { graphql } from "../generated/gql.ts";

const document = graphql(`
  query OrdersOfCustomer($query: String!) {
    orders(first: 10, query: $query, sortKey: CREATED_AT, reverse: true) {
      nodes { id name createdAt customer { id } }
    }
  }
`);

export interface OrderOfCustomer {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
}

/** A customer's newest orders. What the search brings up is compared again: it must not show anybody else's. */
export async function ordersOfCustomer(admin: Admin, customerId: string): Promise<OrderOfCustomer[]> {
  if (!/^\d{1,20}$/.test(customerId)) return [];
  const { orders } = await admin.read(document, { query: `customer_id:${customerId}` });
  return orders.nodes
    .filter(({ customer }) => customer?.id.split("/").at(-1) === customerId)
    .map(({ id, name, createdAt }) => ({ id, name, createdAt: new Date(createdAt) }));
}
