import type { Customer } from "../../customers/customer.ts";
import { addCredit, takeCredit } from "../../staff/edit-store-credit.ts";
import type { ShopWorld } from "../../world/shop-world.ts";
import { goTo } from "../answer.ts";
import { accountPage } from "./account.ts";
import { customerPage } from "./customer.ts";
import { amountIn } from "./entered-amount.ts";

/** The form *Edit store credit* was sent, from the customer's page or from the account's. */
export function editCredit(shop: ShopWorld, customer: Customer, fields: URLSearchParams): Response {
  const account = shop.accountsOf(customer.id).find(({ id }) => id === Number(fields.get("account")));
  const refuse = (refused: string) =>
    account
      ? accountPage(shop, customer, account, { refused, values: fields })
      : customerPage(shop, customer, { refused, values: fields });
  const currency = account?.currency ?? fields.get("currency") ?? "";
  if (!/^[A-Z]{3}$/.test(currency)) return refuse("Choose a currency.");
  const amount = amountIn(fields.get("amount"), currency);
  if (amount === undefined || amount === "unreadable")
    return refuse(`Enter an amount in ${currency}, such as 10.`);
  const day = fields.get("expires") ?? "";
  if (day !== "" && Number.isNaN(Date.parse(day))) return refuse("Enter the day it runs out as a date.");
  const edit = { customerId: customer.id, currency, amount, note: fields.get("note")?.trim() || null };
  const take = fields.get("act") === "debit";
  const done = take
    ? takeCredit(shop, edit)
    : addCredit(shop, { ...edit, expiresAt: day ? `${day.slice(0, 10)}T23:59:59Z` : null });
  if ("refused" in done) return refuse(done.refused);
  const at = `/store/${shop.shop.handle}/customers/${customer.id}/store-credit/${done.accountId}`;
  return goTo(`${at}?done=${take ? "taken" : "added"}#main`);
}
