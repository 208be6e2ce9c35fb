import { eq, type Transaction, tables } from "@kept/database";
import type { Sender } from "@kept/email";
import { grantedScopes, missingScopes as missingOf, readShop, requiredScopes } from "@kept/shopify";
import type { ShopContext } from "../context.ts";
import { pokeWaiting } from "../issuance/issue-waiting.ts";
import { permissionsGranted } from "../issuance/permission.ts";
import { ok, type Result, refused } from "../result.ts";
import { followCurrency } from "./follow-currency.ts";
import { followZone } from "./follow-zone.ts";
import { unlessUnreachable } from "./reach.ts";

/** What must be true in Shopify for a credit to be issued and spent, as Shopify says it now. */
export interface Readiness {
  readonly checkedAt: Date;
  readonly scopes: readonly { readonly scope: string; readonly granted: boolean }[];
  readonly storeCreditEnabled: boolean;
  readonly accountsVersion: "classic" | "new";
  readonly accountsUrl: string | null;
  /** Where letters come from; null in an installation that posts none. */
  readonly sender: Sender | null;
  readonly links: {
    readonly customerAccounts: string;
    readonly staffPermissions: string;
    readonly payments: string;
    readonly paymentsByType: string;
  };
}

/**
 * Re-reads Shopify's switches, what the shop is called, its language, time zone and currency, and the granted permissions, and
 * keeps the snapshot. When nothing is missing, whatever
 * waited for a permission is due. A shop whose merchant has to connect it again is not asked.
 */
export async function checkShop(
  ctx: ShopContext,
): Promise<Result<Readiness, { readonly code: "ShopifyUnreachable" | "Disconnected" }>> {
  if (!(await isConnected(ctx))) return refused("Disconnected");
  const found = await look(ctx);
  if (!found) return refused("ShopifyUnreachable");
  const { granted, facts } = found.value;
  const missing = missingOf(granted) as readonly string[];
  const checkedAt = ctx.clock.now();
  await followZone(ctx, facts.timeZone);
  await ctx.inShop(async (tx) => {
    await followCurrency(tx, ctx, facts.currency);
    await tx
      .update(tables.shops)
      .set({
        name: facts.name,
        locale: facts.primaryLocale,
        storeCreditEnabled: facts.storeCreditEnabled ? "yes" : "no",
        accountsVersion: facts.customerAccountsV2.version,
        accountsUrl: facts.customerAccountsV2.url,
        contactEmail: facts.contactEmail,
        checkedAt,
      })
      .where(eq(tables.shops.id, ctx.shop.id));
    await tx
      .update(tables.installations)
      .set({ scopes: [...granted] })
      .where(eq(tables.installations.shopId, ctx.shop.id));
    if (missing.length > 0) return;
    await permissionsGranted(tx, ctx);
    await pokeWaiting(tx, ctx);
  });
  const admin = ctx.shop.adminUrl;
  return ok({
    checkedAt,
    scopes: requiredScopes.map((scope) => ({ scope, granted: !missing.includes(scope) })),
    storeCreditEnabled: facts.storeCreditEnabled,
    accountsVersion: facts.customerAccountsV2.version,
    accountsUrl: facts.customerAccountsV2.url,
    sender: (await ctx.tools.mail?.sender()) ?? null,
    links: {
      customerAccounts: `${admin}/settings/customer_accounts`,
      staffPermissions: `${admin}/settings/account`,
      payments: `${admin}/analytics/reports/payments`,
      paymentsByType: `${admin}/analytics/reports/payments_by_type`,
    },
  });
}

/** Whether Kept is installed in the shop, as far as it knows, and Shopify still takes what keeps its token alive. */
export async function isConnected(ctx: ShopContext): Promise<boolean> {
  return (await ctx.inShop((tx) => connectionIn(tx, ctx))).connected;
}

/** Which of the needed permissions the last snapshot lacks. */
export async function missingScopes(ctx: ShopContext): Promise<readonly string[]> {
  return (await ctx.inShop((tx) => connectionIn(tx, ctx))).scopesMissing;
}

/** Both of them. */
export async function connectionIn(
  tx: Transaction,
  ctx: ShopContext,
): Promise<{ readonly connected: boolean; readonly scopesMissing: readonly string[] }> {
  const { shopId, scopes, uninstalledAt, renewalRefusedAt } = tables.installations;
  const [row] = await tx
    .select({ scopes, uninstalledAt, renewalRefusedAt })
    .from(tables.installations)
    .where(eq(shopId, ctx.shop.id));
  return {
    connected: row !== undefined && row.uninstalledAt === null && row.renewalRefusedAt === null,
    scopesMissing: missingOf(row?.scopes ?? []),
  };
}

function look(ctx: ShopContext) {
  return unlessUnreachable(ctx, async () => {
    const admin = await ctx.admin();
    const [granted, facts] = await Promise.all([grantedScopes(admin), readShop(admin)]);
    return { granted, facts };
  });
}
