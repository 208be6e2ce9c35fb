import { connection, type PageArguments } from "../graphql/connection.ts";
import type { Resolvers } from "../graphql/context.ts";
import { as, gid, idIn } from "../graphql/gid.ts";
import type { Customer } from "./customer.ts";

/** A segment as staff wrote it, in the one sentence of Shopify's query language the stand-in understands. */
export interface Segment {
  id: number;
  name: string;
  /** `customer_tags CONTAINS 'VIP'` */
  query: string;
  createdAt: string;
}

export const segmentQuery = /^customer_tags CONTAINS '([^']+)'$/;

function isMember(customer: Customer, { query }: Segment): boolean {
  const tag = segmentQuery.exec(query)?.[1]?.toLowerCase();
  return customer.tags.some((each) => each.toLowerCase() === tag);
}

const view = ({ id, name, query, createdAt }: Segment) =>
  as("Segment", {
    id: gid("Segment", id),
    name,
    query,
    creationDate: createdAt,
    lastEditDate: createdAt,
  });

export const segmentQueries: Resolvers[string] = {
  segments: (_source, args: PageArguments, { shop }) => {
    const page = connection(shop.segments.all(), args, { idOf: ({ id }) => id });
    return {
      ...page,
      nodes: page.nodes.map(view),
      edges: page.edges.map(({ node, cursor }) => ({ node: view(node), cursor })),
    };
  },
  segmentsCount: (_source, _args, { shop }) => ({ count: shop.segments.size, precision: "EXACT" }),
  customerSegmentMembership: (
    _source,
    { customerId, segmentIds }: { customerId: string; segmentIds: string[] },
    { shop },
  ) => {
    const customer = shop.customers.get(idIn(customerId, "Customer"));
    const memberships = segmentIds.map((segmentId) => {
      const segment = shop.segments.get(idIn(segmentId, "Segment"));
      return { segmentId, isMember: Boolean(customer && segment && isMember(customer, segment)) };
    });
    return { memberships };
  },
};
