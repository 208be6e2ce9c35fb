import type { Admin } from "../admin/admin.ts";
import { graphql } from "../generated/gql.ts";

const document = graphql(`
  query ReadReturnReasons {
    returnReasonDefinitions(first: 100) {
      nodes { id handle name deleted }
    }
  }
`);

export interface ReturnReason {
  readonly id: string;
  /** "size-too-small" */
  readonly handle: string;
  readonly name: string;
}

/** The reasons Shopify knows, to be named when a return is requested. Throws ShopifyUnavailable. */
export async function readReturnReasons(admin: Admin): Promise<ReturnReason[]> {
  const { returnReasonDefinitions } = await admin.read(document, {});
  return returnReasonDefinitions.nodes
    .filter((reason) => !reason.deleted)
    .map(({ id, handle, name }) => ({ id, handle, name }));
}
