import { add, equal, type Money } from "@kept/money";

interface Movement {
  readonly amount: Money;
  readonly balanceAfter: Money;
}

/**
 * Do the balances follow from one another, up to the account's own? When not, the reading is torn (something moved
 * between two pages) or stale, and proves nothing (reliability 2.6). `transactions` are newest first; debits and
 * expirations are negative.
 */
export function chainHolds(account: { balance: Money; transactions: readonly Movement[] }): boolean {
  const { balance, transactions } = account;
  const [newest] = transactions;
  if (newest && !equal(newest.balanceAfter, balance)) return false;
  return transactions.every((movement, i) => {
    const before = transactions[i + 1];
    return !before || equal(add(before.balanceAfter, movement.amount), movement.balanceAfter);
  });
}
