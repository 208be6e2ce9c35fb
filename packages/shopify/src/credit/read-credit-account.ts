import type { Money } from "@kept/money";
import { zero } from "@kept/money";
import type { Admin } from "../admin/admin.ts";
import type { Document } from "../admin/document.ts";
import { ShopifyUnavailable } from "../admin/unavailable.ts";
import { fromShopify } from "../amount.ts";
import { graphql } from "../generated/gql.ts";
import type { ReadCreditAccountQuery, ReadCreditAccountQueryVariables } from "../generated/graphql.ts";
import { type CreditTransaction, toTransaction } from "./credit-transaction.ts";
import { knowsNotes } from "./notes.ts";

const document = graphql(`
  query ReadCreditAccount($customerId: ID!, $which: String!, $after: String) {
    customer(id: $customerId) {
      storeCreditAccounts(first: 2, query: $which) {
        nodes {
          id
          balance { amount currencyCode }
          transactions(first: 50, after: $after, sortKey: CREATED_AT, reverse: true) {
            nodes {
              __typename createdAt event
              amount { amount currencyCode }
              balanceAfterTransaction { amount currencyCode }
              origin { ... on OrderTransaction { id order { id } } }
              ... on StoreCreditAccountCreditTransaction {
                id expiresAt
                remainingAmount { amount currencyCode }
              }
              ... on StoreCreditAccountDebitTransaction { id }
              ... on StoreCreditAccountDebitRevertTransaction { id debitTransaction { id } }
              ... on StoreCreditAccountExpirationTransaction { creditTransaction { id } }
            }
            pageInfo { hasNextPage endCursor }
          }
        }
      }
    }
  }
`);

/** A customer's store credit in one currency, as Shopify has it at this moment. */
export interface CreditAccountNow {
  /** False when the customer was deleted or merged away. */
  readonly customerExists: boolean;
  /** Null when the customer has no account in this currency yet; then the balance is zero. */
  readonly accountId: string | null;
  readonly balance: Money;
  /** Newest first. */
  readonly transactions: readonly CreditTransaction[];
  /** Whether everything since the baseline is here. False when there was more than `mostPages` pages of it. */
  readonly complete: boolean;
}

export interface WhichCredit {
  readonly customerId: string;
  readonly currency: string;
  /** Read back to here: everything created at this moment or after it. Absent: one page, the newest 50. */
  readonly since?: Date;
  /** Milliseconds for each page, tries included; as long as every reading unless told. */
  readonly deadlineMs?: number;
}

/**
 * Reads balance and movements. The balance is that of the first page; movements that happen while paging are left to
 * the next reading, and whether the chain of balances holds is for the caller to check. Throws ShopifyUnavailable.
 */
export async function readCreditAccount(admin: Admin, which: WhichCredit): Promise<CreditAccountNow> {
  const transactions: CreditTransaction[] = [];
  let first: Account | null = null;
  let after: string | null = null;
  for (let page = 1; ; page += 1) {
    const answer: ReadCreditAccountQuery = await admin.read(
      text(admin.apiVersion),
      {
        customerId: which.customerId,
        which: `currency_code:${which.currency}`,
        after,
      },
      { ...(which.deadlineMs !== undefined && { deadlineMs: which.deadlineMs }) },
    );
    const account = accountIn(answer, which.currency);
    if (!account) {
      if (first) throw new ShopifyUnavailable("not_understood", "the account went away while it was read");
      return nothing(which.currency, answer.customer !== null);
    }
    first ??= account;
    const read = account.transactions.nodes.map(toTransaction);
    transactions.push(...read);
    const { hasNextPage, endCursor } = account.transactions.pageInfo;
    const reached = which.since === undefined || read.some((seen) => seen.createdAt < (which.since as Date));
    if (!hasNextPage || reached || page >= mostPages) {
      return {
        customerExists: true,
        accountId: first.id,
        balance: fromShopify(first.balance),
        transactions,
        complete: !hasNextPage || reached,
      };
    }
    after = endCursor;
  }
}

/** 2,000 movements since a baseline is no customer's life; it stops a reading that would not end. */
const mostPages = 40;

type Account = NonNullable<ReadCreditAccountQuery["customer"]>["storeCreditAccounts"]["nodes"][number];

/** The filter is Shopify's; that it worked is checked. A foreign account would be somebody's wrong balance. */
function accountIn(answer: ReadCreditAccountQuery, currency: string): Account | null {
  const accounts = answer.customer?.storeCreditAccounts.nodes ?? [];
  const found = accounts.filter((account) => account.balance.currencyCode === currency);
  if (found.length > 1 || (found.length === 0 && accounts.length === 2)) {
    throw new ShopifyUnavailable("not_understood", "the accounts could not be told apart by currency");
  }
  return found[0] ?? null;
}

function nothing(currency: string, customerExists: boolean): CreditAccountNow {
  return { customerExists, accountId: null, balance: zero(currency), transactions: [], complete: true };
}

const withNotes = document
  .toString()
  .replaceAll(/(on StoreCreditAccount(?:Credit|Debit)Transaction \{\s+id)/g, "$1 note");

/** The same text, asking for the notes where the version has them. */
function text(apiVersion: string): Document<ReadCreditAccountQuery, ReadCreditAccountQueryVariables> {
  return knowsNotes(apiVersion) ? withNotes : document;
}
