import { eq, type Transaction, tables } from "@kept/database";
import type { Admin } from "@kept/shopify";
import type { Tools } from "../tools.ts";
import { seal, unseal } from "./seal.ts";
import type { Shop } from "./shop.ts";

const { installations } = tables;

/** Thrown when a shop's app is not there (any more): nothing can be read or sent until it is installed again. */
export class NotInstalled extends Error {}

/** A shop's Admin API, and when the token that opens it dies: a fence that Shopify itself keeps. */
export interface ShopAdmin extends Admin {
  readonly tokenExpiresAt: Date | null;
  /** What the merchant has granted, as Shopify said last. */
  readonly scopes: readonly string[];
}

/** Shopify as this shop's token may use it. The token is unsealed here and goes no further than the client. */
export async function installationAdmin(
  tools: Tools,
  shop: Shop,
  inShop: <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>,
): Promise<ShopAdmin> {
  const [row] = await inShop((tx) =>
    tx.select().from(installations).where(eq(installations.shopId, shop.id)),
  );
  if (!row || row.uninstalledAt) throw new NotInstalled(`Kept is not installed in ${shop.handle}`);
  const accessToken = unseal(row.accessToken, tools.settings.encryptionKey, shop.id, "access_token");
  const patience = tools.settings.shopifyPatience ?? {};
  return {
    ...tools.shopify.admin({
      shop: shop.domain,
      accessToken,
      patience,
      onThrottle: (status) => tools.pace.heard(shop.id, status),
    }),
    tokenExpiresAt: row.expiresAt,
    scopes: row.scopes,
  };
}

/** Keeps what Shopify gave us for a shop, in place of what was there. Tokens are sealed before they touch the database. */
export async function keepInstallation(
  tools: Tools,
  tx: Transaction,
  shopId: string,
  given: {
    accessToken: string;
    refreshToken?: string | null;
    expiresAt?: Date | null;
    scopes: readonly string[];
  },
): Promise<void> {
  const key = tools.settings.encryptionKey;
  const row = {
    accessToken: seal(given.accessToken, key, shopId, "access_token"),
    refreshToken: given.refreshToken ? seal(given.refreshToken, key, shopId, "refresh_token") : null,
    expiresAt: given.expiresAt ?? null,
    scopes: [...given.scopes],
    apiVersion: tools.shopify.apiVersion,
    uninstalledAt: null,
  };
  await tx
    .insert(installations)
    .values({ shopId, ...row })
    .onConflictDoUpdate({ target: installations.shopId, set: row });
}
