import type { ShopWorld } from "../world/shop-world.ts";
import type { StoreCreditAccount, StoreCreditTransaction } from "./account.ts";

/**
 * What must hold for every account at any moment, worked out from its history alone: credits − debits − expiries is its
 * balance and the sum of what its credits have left; every movement says what the balance was after it; and every credit
 * has left what was neither spent nor ran out. Returns one sentence per breach.
 */
export function brokenAccounts(shop: ShopWorld): string[] {
  return shop.accounts
    .all()
    .flatMap((account) =>
      [
        ...brokenSums(account, shop.movementsOf(account.id)),
        ...brokenSteps(shop.movementsOf(account.id)),
        ...brokenCredits(shop.movementsOf(account.id)),
      ].map((sentence) => `account ${account.id}: ${sentence}`),
    );
}

type History = readonly StoreCreditTransaction[];

function brokenSums(account: StoreCreditAccount, history: History): string[] {
  const total = history.reduce((sum, entry) => sum + entry.amount, 0n);
  const remaining = history.reduce((sum, entry) => sum + (entry.remaining ?? 0n), 0n);
  return [
    ...(total === account.balance ? [] : [`movements ${total}, balance ${account.balance}`]),
    ...(remaining === account.balance ? [] : [`remaining ${remaining}, balance ${account.balance}`]),
    ...(account.balance < 0n ? ["balance below zero"] : []),
  ];
}

function brokenSteps(history: History): string[] {
  let balance = 0n;
  return history.flatMap(({ id, type, amount, balanceAfter }) => {
    balance += amount;
    const adds = type === "credit" || type === "debit_revert";
    return [
      ...(amount > 0n === adds ? [] : [`${type} ${id} moves ${amount}`]),
      ...(balance === balanceAfter ? [] : [`after ${type} ${id} it said ${balanceAfter}, it was ${balance}`]),
    ];
  });
}

function brokenCredits(history: History): string[] {
  const used = new Map<number, bigint>();
  const use = (id: number, amount: bigint) => used.set(id, (used.get(id) ?? 0n) + amount);
  for (const { id, type, spent, amount, relatedId } of history) {
    const undone = type === "debit_revert" ? history.find((other) => other.id === relatedId) : undefined;
    for (const part of spent) use(part.creditId, part.amount);
    for (const part of undone?.spent ?? []) use(part.creditId, -part.amount);
    if (type === "expiration") use(relatedId ?? id, -amount);
  }
  return history
    .filter(({ type }) => type === "credit")
    .flatMap(({ id, amount, remaining }) => {
      const left = amount - (used.get(id) ?? 0n);
      return left === remaining && left >= 0n ? [] : [`credit ${id} has ${remaining} left, not ${left}`];
    });
}
