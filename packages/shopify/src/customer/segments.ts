import type { Admin } from "../admin/admin.ts";
import { graphql } from "../generated/gql.ts";

const listDocument = graphql(`
  query ReadSegments {
    segments(first: 100, sortKey: LAST_EDIT_DATE, reverse: true) {
      nodes { id name }
    }
  }
`);

const membershipDocument = graphql(`
  query ReadMembership($customerId: ID!, $segmentIds: [ID!]!) {
    customerSegmentMembership(customerId: $customerId, segmentIds: $segmentIds) {
      memberships { segmentId isMember }
    }
  }
`);

/** A customer segment the merchant made in Shopify. */
export interface Segment {
  readonly id: string;
  readonly name: string;
}

/** The shop's segments, the hundred that were edited last. Throws ShopifyUnavailable. */
export async function readSegments(admin: Admin): Promise<Segment[]> {
  const { segments } = await admin.read(listDocument, {});
  return segments.nodes.map(({ id, name }) => ({ id, name }));
}

/** Which of these segments a customer is in, by Shopify's own judgement. Throws ShopifyUnavailable. */
export async function readSegmentMembership(
  admin: Admin,
  input: { customerId: string; segmentIds: readonly string[] },
): Promise<string[]> {
  const { customerId, segmentIds } = input;
  const answer = await admin.read(membershipDocument, { customerId, segmentIds: [...segmentIds] });
  return answer.customerSegmentMembership.memberships
    .filter(({ isMember }) => isMember)
    .map(({ segmentId }) => segmentId);
}
