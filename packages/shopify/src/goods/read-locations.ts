import type { Admin } from "../admin/admin.ts";
import { graphql } from "../generated/gql.ts";

const document = graphql(`
  query ReadLocations {
    locations(first: 50) { nodes { id name } }
  }
`);

/** Where goods can be put back on the shelf: the shop's active places, the first fifty by name. Throws ShopifyUnavailable. */
export async function readLocations(admin: Admin): Promise<{ readonly id: string; readonly name: string }[]> {
  const { locations } = await admin.read(document, {});
  return locations.nodes.map(({ id, name }) => ({ id, name }));
}
