import { digitsOf } from "../money/amount.ts";
import type { ShopWorld } from "../world/shop-world.ts";
import type { StoreCreditAccount } from "./account.ts";
import { expireDue } from "./spend.ts";

/** The owner's account in a currency, made on the spot if there is none yet. */
export function accountFor(
  shop: ShopWorld,
  owner: StoreCreditAccount["owner"],
  currency: string,
): StoreCreditAccount {
  const known = findAccount(shop, owner, currency);
  if (known) return known;
  return shop.accounts.save({
    id: shop.world.nextId("StoreCreditAccount"),
    owner,
    currency,
    balance: 0n,
    createdAt: shop.world.nowText(),
  });
}

export function findAccount(
  shop: ShopWorld,
  owner: StoreCreditAccount["owner"],
  currency: string,
): StoreCreditAccount | undefined {
  return shop.accounts.by(`${owner.type}/${owner.id}`).find((account) => account.currency === currency);
}

/** Settles every expiry that the clock has passed. Called before a shop is read or written. */
export function settleExpiries(shop: ShopWorld): void {
  const now = shop.world.nowText();
  if (!shop.nextExpiry || shop.nextExpiry > now) return;
  for (const account of shop.accounts.all()) expireDue(shop, account, now);
  shop.nextExpiry = null;
  for (const entry of shop.creditMovements.all()) if (entry.remaining) shop.expiresAt(entry.expiresAt);
}

/**
 * The most an account may hold, in minor units: 15,000 US dollars for a customer, 10,000 for a company location, or the
 * equivalent. The rates behind "equivalent" are not published; these are round ones.
 */
export function creditLimit(account: Pick<StoreCreditAccount, "owner" | "currency">): bigint {
  const dollars = account.owner.type === "Customer" ? 15_000n : 10_000n;
  const rate = perDollar[account.currency] ?? { whole: 1n, per: 1n };
  return (dollars * rate.whole * 10n ** BigInt(digitsOf(account.currency))) / rate.per;
}

const perDollar: Record<string, { whole: bigint; per: bigint }> = {
  EUR: { whole: 92n, per: 100n },
  GBP: { whole: 79n, per: 100n },
  CAD: { whole: 137n, per: 100n },
  AUD: { whole: 152n, per: 100n },
  CHF: { whole: 88n, per: 100n },
  JPY: { whole: 150n, per: 1n },
  KRW: { whole: 1_350n, per: 1n },
  KWD: { whole: 307n, per: 1_000n },
  SEK: { whole: 105n, per: 10n },
  NOK: { whole: 107n, per: 10n },
  DKK: { whole: 69n, per: 10n },
};
