import { eq, type Transaction, tables } from "@kept/database";
import { isCurrency } from "@kept/money";
import { audit } from "../audit/index.ts";
import type { ShopContext } from "../context.ts";
import { pauseIn } from "../issuance/pause-issuing.ts";
import { shopifyAdmin } from "./find-shop.ts";

const { shops } = tables;

/**
 * Follows the currency Shopify says, and stops issuing until somebody has looked (ADR 30): what was typed in the currency
 * before, fees, bonuses and the limits of what may leave, counts for nothing in the new one, and credit in the one before
 * may not be spendable any more. Amounts that were promised stay as they were. Following again changes nothing.
 */
export async function followCurrency(tx: Transaction, ctx: ShopContext, currency: string): Promise<void> {
  if (!isCurrency(currency)) {
    ctx.log.warn({ currency }, "Shopify says a currency nobody here knows");
    return;
  }
  const which = eq(shops.id, ctx.shop.id);
  const [now] = await tx.select({ currency: shops.currency }).from(shops).where(which).for("no key update");
  if (!now || now.currency === currency) return;
  await tx.update(shops).set({ currency }).where(which);
  const asShopify = { ...ctx, actor: shopifyAdmin };
  const detail = { from: now.currency, to: currency };
  await audit(tx, asShopify, { act: "settings.currency_followed", detail });
  await pauseIn(tx, asShopify, { by: "Kept", reason: reasonOf(detail) });
}

function reasonOf({ from, to }: { from: string; to: string }): string {
  return `In Shopify the shop's currency is ${to} now, no longer ${from}. Fees, bonuses and limits typed in ${from} count for nothing in ${to}: look at them, and at returns still promised in ${from}, before anything is paid.`;
}
