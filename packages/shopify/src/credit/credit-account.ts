import { equal, type Money } from "@kept/money";
import type { Admin } from "../admin/admin.ts";
import { type Answer, settle } from "../admin/answer.ts";
import type { SendOptions } from "../admin/send.ts";
import { toShopify } from "../amount.ts";
import { graphql } from "../generated/gql.ts";
import { judgeMovement, type Movement } from "./movement.ts";
import { knowsNotes } from "./notes.ts";

const document = graphql(`
  mutation CreditAccount($id: ID!, $creditInput: StoreCreditAccountCreditInput!) {
    storeCreditAccountCredit(id: $id, creditInput: $creditInput) {
      storeCreditAccountTransaction {
        id createdAt expiresAt event
        amount { amount currencyCode }
        balanceAfterTransaction { amount currencyCode }
        account { id }
      }
      userErrors { code field message }
    }
  }
`);

export interface CreditAccount {
  /** The customer, not the account: Shopify finds the account of this currency, or opens one. */
  readonly customerId: string;
  readonly amount: Money;
  /** Whole seconds. Null: it never expires. */
  readonly expiresAt?: Date | null;
  /** For the merchant's eyes. From 2027-01 on; on older versions it is left out, as they refuse it. */
  readonly note?: string;
}

/**
 * Money. Shopify gives this call no idempotency of any kind: sent twice, it pays twice. Its answer is believed only
 * when every field agrees with the request. Customers are told by Kept, so Shopify is asked not to write.
 */
export async function creditAccount(
  admin: Admin,
  input: CreditAccount,
  options: SendOptions = {},
): Promise<Answer<Movement>> {
  const note = input.note !== undefined && knowsNotes(admin.apiVersion) ? { note: input.note } : {};
  const answer = await admin.send(
    document,
    {
      id: input.customerId,
      creditInput: {
        creditAmount: toShopify(input.amount),
        notify: false,
        ...(input.expiresAt ? { expiresAt: input.expiresAt.toISOString() } : {}),
        ...note,
      },
    },
    options,
  );
  const asked = { refusals, agrees: (made: Movement) => agrees(made, input) };
  return settle(answer, (data, requestId) => judgeMovement(data.storeCreditAccountCredit, asked, requestId));
}

const refusals: ReadonlySet<string> = new Set([
  "ACCOUNT_NOT_FOUND",
  "CREDIT_LIMIT_EXCEEDED",
  "EXPIRES_AT_IN_PAST",
  "MISMATCHING_CURRENCY",
  "NEGATIVE_OR_ZERO_AMOUNT",
  "OWNER_NOT_FOUND",
  "UNSUPPORTED_CURRENCY",
]);

function agrees(made: Movement, { amount, expiresAt }: CreditAccount): boolean {
  return (
    equal(made.amount, amount) &&
    made.expiresAt !== undefined &&
    (made.expiresAt?.getTime() ?? null) === (expiresAt?.getTime() ?? null) &&
    made.balanceAfter.currency === amount.currency &&
    made.balanceAfter.minor >= amount.minor
  );
}
