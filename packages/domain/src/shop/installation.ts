import { type Transaction, tables } from "@kept/database";
import { type Admin, ShopifyUnavailable } from "@kept/shopify";
import type { Tools } from "../tools.ts";
import { type Access, type AccessRow, accessIn, accessOf } from "./access.ts";
import { sealedTokens, type Tokens } from "./sealed-tokens.ts";
import type { Shop } from "./shop.ts";
import { sealingKey } from "./shop-keys.ts";

export { NotInstalled } from "./not-installed.ts";

const { installations } = tables;

/**
 * A shop's Admin API, what it was granted as far as we know, and when the token that opens it dies: a fence that
 * Shopify itself keeps.
 */
export interface ShopAdmin extends Admin {
  readonly tokenExpiresAt: Date | null;
  readonly scopes: readonly string[];
}

/**
 * Shopify as this shop's token may use it. The token is opened here and goes no further than the client. A read that
 * finds the token dead has it renewed and asks once more; what is sent is sent with the token it was decided with.
 * No read goes on past `until`, by `performance.now()`. A token that was `found` a moment ago is not looked up again.
 */
export async function installationAdmin(
  tools: Tools,
  shop: Shop,
  inShop: <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>,
  { until, found }: { until?: number | undefined; found?: readonly AccessRow[] | undefined } = {},
): Promise<ShopAdmin> {
  const access = (found && accessIn(tools, shop, found)) ?? (await accessOf(tools, shop, inShop));
  const admin = opened(tools, shop, access, until);
  return {
    ...admin,
    async read(document, variables, options) {
      try {
        return await admin.read(document, variables, options);
      } catch (error) {
        if (!(error instanceof ShopifyUnavailable && error.reason === "unauthorized")) throw error;
        const renewed = await accessOf(tools, shop, inShop, access.accessToken);
        if (renewed.accessToken === access.accessToken) throw error;
        return opened(tools, shop, renewed, until).read(document, variables, options);
      }
    },
    tokenExpiresAt: access.expiresAt,
    scopes: access.scopes,
  };
}

function opened(tools: Tools, shop: Shop, { accessToken }: Access, until?: number): Admin {
  return tools.shopify.admin({
    shop: shop.domain,
    accessToken,
    patience: { ...tools.settings.shopifyPatience, ...(until && { readUntil: until }) },
    onThrottle: (status) => tools.pace.heard(shop.id, status),
  });
}

/** Keeps what Shopify gave us for a shop, in place of what was there. Tokens are sealed before they touch the database. */
export async function keepInstallation(
  tools: Tools,
  tx: Transaction,
  shopId: string,
  given: Tokens & { readonly scopes: readonly string[] },
): Promise<void> {
  const row = {
    ...sealedTokens(await sealingKey(tools, tx, shopId), shopId, given),
    scopes: [...given.scopes],
    apiVersion: tools.shopify.apiVersion,
    renewalLeaseUntil: null,
    renewalRefusedAt: null,
    uninstalledAt: null,
  };
  await tx
    .insert(installations)
    .values({ shopId, ...row })
    .onConflictDoUpdate({ target: installations.shopId, set: row });
}
