import type { ShopWorld } from "../world/shop-world.ts";

/**
 * What must hold for every account at any moment: the sum of its movements is its balance, and so is the sum of what its
 * credits have left. Returns one sentence per breach.
 */
export function brokenAccounts(shop: ShopWorld): string[] {
  return shop.accounts.all().flatMap((account) => {
    const movements = shop.movementsOf(account.id);
    const total = movements.reduce((sum, entry) => sum + entry.amount, 0n);
    const remaining = movements.reduce((sum, entry) => sum + (entry.remaining ?? 0n), 0n);
    const broken: string[] = [];
    if (total !== account.balance)
      broken.push(`account ${account.id}: movements ${total}, balance ${account.balance}`);
    if (remaining !== account.balance)
      broken.push(`account ${account.id}: remaining ${remaining}, balance ${account.balance}`);
    if (account.balance < 0n) broken.push(`account ${account.id}: balance below zero`);
    return broken;
  });
}
