import { connection, type PageArguments } from "../graphql/connection.ts";
import type { Resolvers } from "../graphql/context.ts";
import { as, gid, parseGid } from "../graphql/gid.ts";
import { money } from "../graphql/money.ts";
import { matches, parseSearch, type SearchField } from "../graphql/search.ts";
import type { StoreCreditAccount, StoreCreditTransaction } from "./account.ts";

const typeNames = {
  credit: "StoreCreditAccountCreditTransaction",
  debit: "StoreCreditAccountDebitTransaction",
  debit_revert: "StoreCreditAccountDebitRevertTransaction",
  expiration: "StoreCreditAccountExpirationTransaction",
} as const;

/** A movement with the type its GraphQL answer has. */
export function movementSource(movement: StoreCreditTransaction): StoreCreditTransaction {
  return as(typeNames[movement.type], movement);
}

/** Accounts whose currency or id the query names. */
export function accountsMatching(
  accounts: readonly StoreCreditAccount[],
  query: string | null | undefined,
): StoreCreditAccount[] {
  const search = parseSearch(query);
  return accounts
    .filter((account) => matches(search, account, accountFields))
    .map((account) => as("StoreCreditAccount", account));
}

const accountFields: Record<string, SearchField<StoreCreditAccount>> = {
  currency_code: (account) => account.currency,
  id: (account) => account.id,
};

const movementFields: Record<string, SearchField<StoreCreditTransaction>> = {
  id: (movement) => movement.id,
  type: (movement) => movement.type,
  expires_at: (movement) => (movement.expiresAt ? new Date(movement.expiresAt) : null),
};

const shared: Resolvers[string] = {
  account: (movement: StoreCreditTransaction, _args, { shop }) => shop.accounts.get(movement.accountId),
  amount: (movement: StoreCreditTransaction, _args, { shop }) =>
    money(movement.amount, shop.accounts.get(movement.accountId)?.currency ?? ""),
  balanceAfterTransaction: (movement: StoreCreditTransaction, _args, { shop }) =>
    money(movement.balanceAfter, shop.accounts.get(movement.accountId)?.currency ?? ""),
  origin: (movement: StoreCreditTransaction, _args, { shop }) => {
    const order = shop.orders.get(movement.origin?.orderId);
    const transaction = order?.transactions.find((entry) => entry.id === movement.origin?.transactionId);
    return order && transaction ? as("OrderTransaction", { order, transaction }) : null;
  },
};

export const storeCreditResolvers: Resolvers = {
  StoreCreditAccount: {
    id: (account: StoreCreditAccount) => gid("StoreCreditAccount", account.id),
    balance: (account: StoreCreditAccount) => money(account.balance, account.currency),
    owner: (account: StoreCreditAccount, _args, { shop }) =>
      account.owner.type === "Customer"
        ? as("Customer", shop.customers.get(account.owner.id) ?? { id: account.owner.id })
        : as("CompanyLocation", { id: gid("CompanyLocation", account.owner.id), name: "" }),
    transactions: (
      account: StoreCreditAccount,
      args: PageArguments & { query?: string; sortKey?: string },
      { shop },
    ) => {
      const search = parseSearch(args.query);
      const found = shop
        .movementsOf(account.id)
        .filter((movement) => matches(search, movement, movementFields));
      const sorted = args.sortKey === "EXPIRES_AT" ? found.sort(byExpiry) : found;
      return connection(sorted.map(movementSource), args, { idOf: (movement) => movement.id });
    },
  },
  CompanyLocation: {
    storeCreditAccounts: (location: { id: string }, args: PageArguments & { query?: string }, { shop }) => {
      const accounts = shop.accounts.by(`CompanyLocation/${parseGid(location.id)?.id}`);
      return connection(accountsMatching(accounts, args.query), args, { idOf: (account) => account.id });
    },
  },
  StoreCreditAccountCreditTransaction: {
    ...shared,
    id: (movement: StoreCreditTransaction) => gid("StoreCreditAccountCreditTransaction", movement.id),
    remainingAmount: (movement: StoreCreditTransaction, _args, { shop }) =>
      money(movement.remaining ?? 0n, shop.accounts.get(movement.accountId)?.currency ?? ""),
  },
  StoreCreditAccountDebitTransaction: {
    ...shared,
    id: (movement: StoreCreditTransaction) => gid("StoreCreditAccountDebitTransaction", movement.id),
  },
  StoreCreditAccountDebitRevertTransaction: {
    ...shared,
    id: (movement: StoreCreditTransaction) => gid("StoreCreditAccountDebitRevertTransaction", movement.id),
    debitTransaction: (movement: StoreCreditTransaction, _args, { shop }) =>
      related(shop.creditMovements.get(movement.relatedId)),
  },
  StoreCreditAccountExpirationTransaction: {
    ...shared,
    creditTransaction: (movement: StoreCreditTransaction, _args, { shop }) =>
      related(shop.creditMovements.get(movement.relatedId)),
  },
};

function related(movement: StoreCreditTransaction | undefined) {
  return movement ? movementSource(movement) : null;
}

/** Those that never run out come last. */
function byExpiry(a: StoreCreditTransaction, b: StoreCreditTransaction): number {
  if (a.expiresAt === b.expiresAt) return a.id - b.id;
  if (a.expiresAt === null) return 1;
  if (b.expiresAt === null) return -1;
  return a.expiresAt < b.expiresAt ? -1 : 1;
}
