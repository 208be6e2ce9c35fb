import type { Context, Resolvers } from "../graphql/context.ts";
import { type UserError, userError } from "../graphql/errors.ts";
import { announce, announceScopes } from "../webhooks/announce.ts";
import type { ShopWorld } from "../world/shop-world.ts";
import type { Installation } from "./installation.ts";
import { isImplied, scopeSource } from "./scopes.ts";

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

export const revokeMutations: Resolvers[string] = {
  appRevokeAccessScopes: (_source, { scopes }: { scopes: string[] }, context: Context) => {
    const { installation, shop } = context;
    const why = whyNotToRevoke(installation, scopes);
    if (why) return { revoked: null, userErrors: [why] };
    changeScopes(
      shop,
      shop.installations.get(installation.id) ?? installation,
      installation.scopes.filter((scope) => !scopes.includes(scope)),
    );
    return { revoked: scopes.map(scopeSource), userErrors: [] };
  },
  appUninstall: (_source, _args, { installation, shop }) => {
    uninstall(shop, shop.installations.get(installation.id) ?? installation);
    return { app: null, userErrors: [] };
  },
};

/** Nothing is taken unless all of it can be. Recorded: an unknown handle is told first, a required one by its own code. */
function whyNotToRevoke(installation: Installation, scopes: readonly string[]): UserError | undefined {
  const field = ["scopes"];
  if (scopes.some((scope) => !/^(read|write|unauthenticated)_[a-z_]+$/.test(scope))) {
    const message = "The requested list of scopes to revoke includes invalid handles.";
    return userError(field, message, "UNKNOWN_SCOPES");
  }
  if (scopes.some((scope) => !installation.scopes.includes(scope))) {
    const message = "Scopes that are not declared cannot be revoked.";
    return userError(field, message, "CANNOT_REVOKE_UNDECLARED_SCOPES");
  }
  const { optionalScopes = [] } = installation;
  const lent = (scope: string) => isImplied(scope, optionalScopes) && !optionalScopes.includes(scope);
  if (scopes.some((scope) => !optionalScopes.includes(scope) && !lent(scope))) {
    const message = "Scopes that are declared as required cannot be revoked.";
    return userError(field, message, "CANNOT_REVOKE_REQUIRED_SCOPES");
  }
  if (
    scopes.some(
      (scope) => isImplied(scope, installation.scopes) && !scopes.includes(scope.replace("read_", "write_")),
    )
  ) {
    const message = "Scopes that are implied by other scopes cannot be revoked.";
    return userError(field, message, "CANNOT_REVOKE_IMPLIED_SCOPES");
  }
  return undefined;
}
