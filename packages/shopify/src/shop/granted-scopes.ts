import type { Admin } from "../admin/admin.ts";
import { graphql } from "../generated/gql.ts";

const document = graphql(`
  query GrantedScopes {
    currentAppInstallation { accessScopes { handle } }
  }
`);

/** The permissions the merchant has granted, as they are now. Throws ShopifyUnavailable. */
export async function grantedScopes(admin: Admin): Promise<string[]> {
  const { currentAppInstallation } = await admin.read(document, {});
  return currentAppInstallation.accessScopes.map((scope) => scope.handle);
}
