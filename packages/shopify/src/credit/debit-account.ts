import { equal, type Money, negate } from "@kept/money";
import { z } from "zod";
import type { Admin } from "../admin/admin.ts";
import { type Answer, settle } from "../admin/answer.ts";
import type { SendOptions } from "../admin/send.ts";
import { fromShopify, toShopify } from "../amount.ts";
import { graphql } from "../generated/gql.ts";
import { refusal } from "../refusals.ts";
import { knowsNotes } from "./notes.ts";
import { moneyV2, userErrors } from "./payload.ts";

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

export interface DebitTaken {
  readonly transactionId: string;
  readonly accountId: string;
  /** Positive: how much was taken. */
  readonly amount: Money;
  readonly balanceAfter: Money;
  readonly createdAt: Date;
}

/** Money. Takes credit back. As little repeatable as giving it, and believed as little: every field must agree. */
export async function debitAccount(
  admin: Admin,
  input: DebitAccount,
  options: SendOptions = {},
): Promise<Answer<DebitTaken>> {
  const note = input.note !== undefined && knowsNotes(admin.apiVersion) ? { note: input.note } : {};
  const debitInput = { debitAmount: toShopify(input.amount), ...note };
  const answer = await admin.send(document, { id: input.accountId, debitInput }, options);
  return settle(answer, (data, requestId) => judge(data.storeCreditAccountDebit, input, requestId));
}

const refusals: ReadonlySet<string> = new Set([
  "ACCOUNT_NOT_FOUND",
  "INSUFFICIENT_FUNDS",
  "MISMATCHING_CURRENCY",
  "NEGATIVE_OR_ZERO_AMOUNT",
]);

const payload = z.object({
  storeCreditAccountTransaction: z
    .object({
      id: z.string().min(1),
      createdAt: z.iso.datetime(),
      event: z.string(),
      amount: moneyV2,
      balanceAfterTransaction: moneyV2,
      account: z.object({ id: z.string().min(1) }),
    })
    .nullable(),
  userErrors,
});

function judge(given: unknown, asked: DebitAccount, requestId: string | null): Answer<DebitTaken> {
  const read = payload.safeParse(given);
  if (!read.success) return { kind: "unknown", reason: "unreadable", requestId };
  const { storeCreditAccountTransaction: made, userErrors: errors } = read.data;
  const refused = refusal<DebitTaken>(errors, refusals, { result: made, requestId });
  if (refused) return refused;
  if (!made) return { kind: "unknown", reason: "contradiction", requestId };
  const value = toDebit(made);
  const agrees =
    value !== null &&
    made.account.id === asked.accountId &&
    made.event === "ADJUSTMENT" &&
    equal(value.amount, asked.amount) &&
    value.balanceAfter.minor >= 0n;
  if (!agrees) return { kind: "unknown", reason: "mismatch", detail: made.id, requestId };
  return { kind: "done", value, requestId };
}

type Made = NonNullable<z.infer<typeof payload>["storeCreditAccountTransaction"]>;

/** Shopify writes a debit's amount as negative. Null when an amount cannot be read. */
function toDebit(made: Made): DebitTaken | null {
  try {
    return {
      transactionId: made.id,
      accountId: made.account.id,
      amount: negate(fromShopify(made.amount)),
      balanceAfter: fromShopify(made.balanceAfterTransaction),
      createdAt: new Date(made.createdAt),
    };
  } catch {
    return null;
  }
}
