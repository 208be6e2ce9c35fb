import { eq, tables } from "@kept/database";
import { readShop, shopHandle } from "@kept/shopify";
import type { Brand } from "../brand/brand.ts";
import { shopContext } from "../context.ts";
import { pokeWaiting } from "../issuance/issue-waiting.ts";
import { defaultPolicy, type Policy, savePolicyOfNewShop } from "../policy/index.ts";
import { acrossAllShops, type Tools } from "../tools.ts";
import { checkShop } from "./check-shop.ts";
import { isKnownZone } from "./follow-zone.ts";
import { keepInstallation } from "./installation.ts";
import { type PortalSettings, type Shop, shopFromRow } from "./shop.ts";

/**
 * Joins a Shopify store to an organization with what its installation gave us. The store's own facts (name, currency,
 * time zone, language) are read from Shopify. Connecting again renews the token and changes nothing else.
 */
export async function connectShop(
  tools: Tools,
  input: {
    organizationId: string;
    domain: string;
    accessToken: string;
    refreshToken?: string | null;
    expiresAt?: Date | null;
    refreshExpiresAt?: Date | null;
    scopes: readonly string[];
    brand?: Brand;
    portal?: Partial<PortalSettings>;
    policy?: (currency: string) => Policy;
  },
): Promise<Shop> {
  const facts = await readShop(tools.shopify.admin({ shop: input.domain, accessToken: input.accessToken }));
  const row = await acrossAllShops(tools, async (tx) => {
    await tx
      .insert(tables.shops)
      .values({
        organizationId: input.organizationId,
        domain: input.domain,
        handle: shopHandle(input.domain),
        name: facts.name,
        currency: facts.currency,
        timeZone: (await isKnownZone(tx, facts.timeZone)) ? facts.timeZone : "UTC",
        locale: facts.primaryLocale,
        brand: input.brand ?? {},
        portal: input.portal ?? {},
      })
      .onConflictDoNothing();
    const [shop] = await tx.select().from(tables.shops).where(eq(tables.shops.domain, input.domain));
    if (!shop) throw new Error("A shop was connected and is not there");
    if (shop.organizationId !== input.organizationId)
      throw new Error(`${input.domain} belongs to another organization`);
    await keepInstallation(tools, tx, shop.id, input);
    const policy = (input.policy ?? defaultPolicy)(facts.currency);
    await savePolicyOfNewShop(tx, shop.id, policy, "Kept");
    return shop;
  });
  const shop = shopFromRow(row, tools);
  const ctx = shopContext(tools, shop, { kind: "system", name: "automation" });
  const checked = await checkShop(ctx);
  // What waited for a permission does not wait for a check that did not get through as well.
  if (!checked.ok) await ctx.inShop((tx) => pokeWaiting(tx, ctx));
  return shop;
}
