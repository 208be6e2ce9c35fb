import type { Context, Resolvers } from "../graphql/context.ts";
import { userError } from "../graphql/errors.ts";
import { announce, announceScopes } from "../webhooks/announce.ts";
import type { ShopWorld } from "../world/shop-world.ts";
import type { Installation } from "./installation.ts";

/** Takes the app out of the shop: its tokens are dead at once, and `app/uninstalled` is on its way. */
export function uninstall(shop: ShopWorld, installation: Installation): void {
  announce(shop, "app/uninstalled", {
    id: shop.shop.id,
    name: shop.shop.name,
    domain: shop.shop.primaryDomain,
    myshopify_domain: shop.domain,
  });
  shop.world.post.stamp();
  shop.installations.save(Object.assign(installation, { revokedAt: shop.world.nowText() }));
  for (const subscription of shop.subscriptions.all())
    if (subscription.appKey === installation.appKey && !subscription.declared)
      shop.subscriptions.delete(subscription.id);
}

/** Gives or takes permissions after the fact, and tells the app so. */
export function changeScopes(shop: ShopWorld, installation: Installation, scopes: string[]): void {
  const previous = installation.scopes;
  shop.installations.save(Object.assign(installation, { scopes }));
  announceScopes(shop, installation, previous);
}

const unknownScopes = "The requested list of scopes to revoke includes invalid handles.";

export const revokeMutations: Resolvers[string] = {
  appRevokeAccessScopes: (_source, { scopes }: { scopes: string[] }, context: Context) => {
    const { installation, shop } = context;
    const unknown = scopes.find((scope) => !/^(read|write|unauthenticated)_[a-z_]+$/.test(scope));
    if (unknown)
      return {
        revoked: null,
        userErrors: [userError(["scopes"], unknownScopes, "UNKNOWN_SCOPES")],
      };
    const missing = scopes.find((scope) => !installation.scopes.includes(scope));
    if (missing)
      return {
        revoked: null,
        userErrors: [
          userError(["scopes"], `The scope "${missing}" is not granted.`, "CANNOT_REVOKE_UNDECLARED_SCOPES"),
        ],
      };
    const implied = scopes.find(
      (scope) =>
        scope.startsWith("read_") &&
        installation.scopes.includes(scope.replace("read_", "write_")) &&
        !scopes.includes(scope.replace("read_", "write_")),
    );
    if (implied)
      return {
        revoked: null,
        userErrors: [
          userError(
            ["scopes"],
            `The scope "${implied}" is implied by another.`,
            "CANNOT_REVOKE_IMPLIED_SCOPES",
          ),
        ],
      };
    changeScopes(
      shop,
      installation,
      installation.scopes.filter((scope) => !scopes.includes(scope)),
    );
    return { revoked: scopes.map((handle) => ({ handle, description: handle })), userErrors: [] };
  },
  appUninstall: (_source, _args, { installation, shop }) => {
    uninstall(shop, installation);
    return { app: null, userErrors: [] };
  },
};
