import { equal, type Money, negate } from "@kept/money";
import type { Admin } from "../admin/admin.ts";
import { type Answer, settle } from "../admin/answer.ts";
import type { SendOptions } from "../admin/send.ts";
import { toShopify } from "../amount.ts";
import { graphql } from "../generated/gql.ts";
import { judgeMovement, type Movement } from "./movement.ts";
import { knowsNotes } from "./notes.ts";

const document = graphql(`
  mutation DebitAccount($id: ID!, $debitInput: StoreCreditAccountDebitInput!) {
    storeCreditAccountDebit(id: $id, debitInput: $debitInput) {
      storeCreditAccountTransaction {
        id createdAt event
        amount { amount currencyCode }
        balanceAfterTransaction { amount currencyCode }
        account { id }
      }
      userErrors { code field message }
    }
  }
`);

export interface DebitAccount {
  readonly accountId: string;
  /** Positive: how much to take. Shopify takes what expires soonest first. */
  readonly amount: Money;
  /** From 2027-01 on; left out before. */
  readonly note?: string;
}

/** Money. Takes credit back. As little repeatable as giving it, and believed as little: every field must agree. */
export async function debitAccount(
  admin: Admin,
  input: DebitAccount,
  options: SendOptions = {},
): Promise<Answer<Movement>> {
  const note = input.note !== undefined && knowsNotes(admin.apiVersion) ? { note: input.note } : {};
  const debitInput = { debitAmount: toShopify(input.amount), ...note };
  const answer = await admin.send(document, { id: input.accountId, debitInput }, options);
  const asked = { refusals, agrees: (made: Movement) => agrees(made, input) };
  return settle(answer, (data, requestId) => judgeMovement(data.storeCreditAccountDebit, asked, requestId));
}

const refusals: ReadonlySet<string> = new Set([
  "ACCOUNT_NOT_FOUND",
  "INSUFFICIENT_FUNDS",
  "MISMATCHING_CURRENCY",
  "NEGATIVE_OR_ZERO_AMOUNT",
]);

/** Shopify writes a debit's amount as negative. */
function agrees(made: Movement, { accountId, amount }: DebitAccount): boolean {
  return made.accountId === accountId && equal(negate(made.amount), amount) && made.balanceAfter.minor >= 0n;
}
