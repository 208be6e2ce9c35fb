import type { StoreCreditTransaction } from "../store-credit/account.ts";
import { accountFor, creditLimit, findAccount } from "../store-credit/find-account.ts";
import { credit, debit } from "../store-credit/spend.ts";
import type { ShopWorld } from "../world/shop-world.ts";
import { type Refused, staff } from "./staff.ts";

export interface CreditEdit {
  customerId: number;
  currency: string;
  /** Positive minor units. */
  amount: bigint;
  note: string | null;
}

/** Adds store credit as staff with the permission *Edit store credit* do. */
export function addCredit(
  shop: ShopWorld,
  edit: CreditEdit & { expiresAt: string | null },
): StoreCreditTransaction | Refused {
  const owner = { type: "Customer" as const, id: edit.customerId };
  if (edit.amount <= 0n) return { refused: "Enter an amount above zero." };
  if (edit.expiresAt && edit.expiresAt <= shop.world.nowText())
    return { refused: "The day it runs out must be in the future." };
  const balance = findAccount(shop, owner, edit.currency)?.balance ?? 0n;
  if (balance + edit.amount > creditLimit({ owner, currency: edit.currency }))
    return { refused: "The account would hold more than its limit." };
  const account = accountFor(shop, owner, edit.currency);
  return credit(shop, account, { ...edit, event: "ADJUSTMENT", issuer: staff });
}

/** Takes store credit away, soonest-expiring first. */
export function takeCredit(shop: ShopWorld, edit: CreditEdit): StoreCreditTransaction | Refused {
  const account = findAccount(shop, { type: "Customer", id: edit.customerId }, edit.currency);
  if (edit.amount <= 0n) return { refused: "Enter an amount above zero." };
  if (!account || account.balance < edit.amount) return { refused: "There is not that much in the account." };
  return debit(shop, account, { amount: edit.amount, note: edit.note, event: "ADJUSTMENT", issuer: staff });
}
