import { type Amount, amountOf } from "./amount.ts";
import { at } from "./env.ts";
import type { Shop } from "./shops.ts";

/** A letter as it arrived in the local mailbox. */
export interface Letter {
  readonly id: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** The letters to somebody whose subject contains `subject`, newest first or last as the mailbox keeps them. */
export async function letters(to: string, subject = ""): Promise<Letter[]> {
  return ask<Letter[]>(`/control/mail?${new URLSearchParams({ to, subject })}`);
}

/** Every credit to somebody's store credit in a shop, oldest first, as the stand-in itself remembers it. */
export async function creditsOf(shop: Shop, email: string): Promise<Amount[]> {
  const truth = await ask<Truth>(`/control/truth?${new URLSearchParams({ shop: shop.domain })}`);
  if (truth.broken.length > 0) throw new Error(`Accounts whose history does not add up: ${truth.broken}`);
  const accounts = truth.accounts.filter((account) => account.email === email).map(({ id }) => id);
  return truth.movements
    .filter(
      ({ kind, type, account }) => kind === "store_credit" && type === "credit" && accounts.includes(account),
    )
    .map(({ amount }) => amountOf(amount.amount, amount.currency));
}

/** Somebody's account in the shop's own currency: its balance as pages write it, and its last digits. */
export async function accountOf(shop: Shop, email: string): Promise<{ balance: string; digits: string }> {
  const account = await accountIn(shop, email);
  const { currency } = shop;
  const balance = new Intl.NumberFormat("en-US", { style: "currency", currency }).format(
    account.balance as `${number}`,
  );
  return { balance, digits: account.id.slice(-4).padStart(4, "0") };
}

/** Staff give store credit by hand, in Shopify's admin. */
export async function editCredit(
  shop: Shop,
  email: string,
  given: { amount: string; note: string },
): Promise<void> {
  const customer = (await accountIn(shop, email)).owner.split("/").at(-1);
  const fields = { act: "credit", currency: shop.currency, ...given };
  await inAdmin(shop, `customers/${customer}/store-credit`, fields);
}

/** Staff refund a sum of an order to its payment by hand, in Shopify's admin. */
export async function refundByHand(shop: Shop, order: string, amount: string): Promise<void> {
  await inAdmin(shop, `orders/${encodeURIComponent(order)}`, { act: "refund", amount, to: "original" });
}

/** Somebody buys the first thing the shop sells, with all the store credit there is. */
export async function buyWithCredit(shop: Shop, email: string): Promise<void> {
  const customer = (await accountIn(shop, email)).owner.split("/").at(-1) ?? "";
  const checkout = await (await fetch(`${at.sandbox}/store/${shop.handle}/checkout`)).text();
  const thing = /name="(buy-\d+)"/.exec(checkout)?.[1];
  if (!thing) throw new Error(`${shop.handle} sells nothing`);
  await inAdmin(shop, "checkout", { customer, credit: "use", [thing]: "1" });
}

/** The merchant chooses between new and classic customer accounts, in Shopify's admin. */
export async function chooseAccounts(
  shop: Shop,
  version: "NEW_CUSTOMER_ACCOUNTS" | "CLASSIC",
): Promise<void> {
  await inAdmin(shop, "settings/customer_accounts", { storeCredit: "on", version });
}

/** Something goes wrong at Shopify for one shop, until it is mended. Answers how to mend it. */
export async function trouble(shop: Shop, fault: object): Promise<() => Promise<void>> {
  const url = `${at.sandbox}/control/faults`;
  const body = JSON.stringify({ shop: shop.domain, count: null, ...fault });
  const sent = await fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body });
  if (!sent.ok) throw new Error(`The stand-in answered ${sent.status}: ${await sent.text()}`);
  const { id } = (await sent.json()) as { id: number };
  return async () => {
    await fetch(`${url}?id=${id}`, { method: "DELETE" });
  };
}

/** Every shop's points are without end, or are counted again: for measuring our work and not Shopify's pace. */
export async function setPace(pace: "endless" | "counted"): Promise<void> {
  const body = JSON.stringify({ open: pace === "endless" });
  const headers = { "content-type": "application/json" };
  const sent = await fetch(`${at.sandbox}/control/throttle`, { method: "POST", headers, body });
  if (!sent.ok) throw new Error(`The stand-in answered ${sent.status}: ${await sent.text()}`);
}

async function accountIn(shop: Shop, email: string): Promise<Truth["accounts"][number]> {
  const truth = await ask<Truth>(`/control/truth?${new URLSearchParams({ shop: shop.domain })}`);
  const account = truth.accounts.find((each) => each.email === email && each.currency === shop.currency);
  if (!account) throw new Error(`${email} has no store credit in ${shop.handle}`);
  return account;
}

async function inAdmin(shop: Shop, path: string, fields: Record<string, string>): Promise<void> {
  const url = `${at.sandbox}/store/${shop.handle}/${path}`;
  const sent = await fetch(url, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });
  if (sent.status !== 303) throw new Error(`The stand-in answered ${sent.status} to ${path}`);
}

interface Truth {
  readonly broken: readonly unknown[];
  readonly accounts: readonly {
    readonly id: string;
    readonly owner: string;
    readonly email: string | null;
    readonly currency: string;
    readonly balance: string;
  }[];
  readonly movements: readonly {
    readonly kind: string;
    readonly type: string;
    readonly account: string;
    readonly amount: { readonly amount: string; readonly currency: string };
  }[];
}

async function ask<Answer>(path: string): Promise<Answer> {
  const answer = await fetch(`${at.sandbox}${path}`);
  if (!answer.ok) throw new Error(`The stand-in answered ${answer.status} to ${path}`);
  return (await answer.json()) as Answer;
}
