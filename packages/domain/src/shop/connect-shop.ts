import { eq, type Transaction, tables } from "@kept/database";
import { readShop, type ShopFacts, shopHandle } from "@kept/shopify";
import type { Brand } from "../brand/brand.ts";
import { shopContext } from "../context.ts";
import { defaultPolicy, type Policy, savePolicyOfNewShop } from "../policy/index.ts";
import { acrossAllShops, type Tools } from "../tools.ts";
import { checkShop } from "./check-shop.ts";
import { isKnownZone } from "./follow-zone.ts";
import { keepInstallation } from "./installation.ts";
import { type PortalSettings, type Shop, shopFromRow } from "./shop.ts";

interface Connecting {
  readonly organizationId: string;
  readonly domain: string;
  readonly accessToken: string;
  readonly refreshToken?: string | null;
  readonly expiresAt?: Date | null;
  readonly refreshExpiresAt?: Date | null;
  readonly scopes: readonly string[];
  readonly brand?: Brand;
  readonly portal?: Partial<PortalSettings>;
  readonly policy?: (currency: string) => Policy;
}

/**
 * Joins a Shopify store to an organization with what its installation gave us. A new store's own facts (name, currency,
 * time zone, language) are read from Shopify first; of one that is known the tokens are kept before anything is asked,
 * because those before them are dead. Connecting again renews the tokens and follows what Shopify says.
 */
export async function connectShop(tools: Tools, input: Connecting): Promise<Shop> {
  const shop = await connectUsing(tools, input, async () => true);
  if (!shop) throw new Error("A shop was connected and is not there");
  return shop;
}

/**
 * The same, using something up in the very transaction that keeps the tokens: what cannot be read or kept uses nothing
 * up. Null when it was used up before, and then nothing is kept.
 */
export async function connectUsing(
  tools: Tools,
  input: Connecting,
  use: (tx: Transaction) => Promise<boolean>,
): Promise<Shop | null> {
  const known = await acrossAllShops(tools, (tx) => rowOf(tx, input.domain));
  const admin = tools.shopify.admin({ shop: input.domain, accessToken: input.accessToken });
  const facts = known ? null : await readShop(admin);
  const row = await acrossAllShops(tools, async (tx) => {
    if (!(await use(tx))) return null;
    if (facts) await addShop(tx, input, facts);
    const shop = await rowOf(tx, input.domain);
    if (!shop) throw new Error("A shop was connected and is not there");
    if (shop.organizationId !== input.organizationId)
      throw new Error(`${input.domain} belongs to another organization`);
    await keepInstallation(tools, tx, shop.id, input);
    const policy = (input.policy ?? defaultPolicy)(shop.currency);
    await savePolicyOfNewShop(tx, shop.id, policy, "Kept");
    return shop;
  });
  if (!row) return null;
  const shop = shopFromRow(row, tools);
  const ctx = shopContext(tools, shop, { kind: "system", name: "automation" });
  await checkShop(ctx);
  // What waited while Kept could not be used does not wait for a check that did not get through as well.
  await ctx.inShop((tx) => ctx.enqueue(tx, "granted", shop.id));
  return shop;
}

async function rowOf(tx: Transaction, domain: string) {
  const [row] = await tx.select().from(tables.shops).where(eq(tables.shops.domain, domain));
  return row;
}

async function addShop(tx: Transaction, input: Connecting, facts: ShopFacts): Promise<void> {
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
}
