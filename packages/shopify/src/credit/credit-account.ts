import { equal, type Money } from "@kept/money";
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

export interface CreditGiven {
  readonly transactionId: string;
  readonly accountId: string;
  readonly amount: Money;
  readonly balanceAfter: Money;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
}

/**
 * Money. Shopify gives this call no idempotency of any kind: sent twice, it pays twice. Its answer is believed only
 * when every field agrees with the request. Customers are told by Kept, so Shopify is asked not to write.
 */
export async function creditAccount(
  admin: Admin,
  input: CreditAccount,
  options: SendOptions = {},
): Promise<Answer<CreditGiven>> {
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
  return settle(answer, (data, requestId) => judge(data.storeCreditAccountCredit, input, requestId));
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

const payload = z.object({
  storeCreditAccountTransaction: z
    .object({
      id: z.string().min(1),
      createdAt: z.iso.datetime(),
      expiresAt: z.iso.datetime().nullable(),
      event: z.string(),
      amount: moneyV2,
      balanceAfterTransaction: moneyV2,
      account: z.object({ id: z.string().min(1) }),
    })
    .nullable(),
  userErrors,
});

function judge(given: unknown, asked: CreditAccount, requestId: string | null): Answer<CreditGiven> {
  const read = payload.safeParse(given);
  if (!read.success) return { kind: "unknown", reason: "unreadable", requestId };
  const { storeCreditAccountTransaction: made, userErrors: errors } = read.data;
  const refused = refusal<CreditGiven>(errors, refusals, { result: made, requestId });
  if (refused) return refused;
  if (!made) return { kind: "unknown", reason: "contradiction", requestId };
  const value = toCredit(made);
  const expires = asked.expiresAt?.getTime() ?? null;
  const agrees =
    value !== null &&
    equal(value.amount, asked.amount) &&
    made.event === "ADJUSTMENT" &&
    (value.expiresAt?.getTime() ?? null) === expires &&
    value.balanceAfter.currency === asked.amount.currency &&
    value.balanceAfter.minor >= asked.amount.minor;
  if (!agrees) return { kind: "unknown", reason: "mismatch", detail: made.id, requestId };
  return { kind: "done", value, requestId };
}

type Made = NonNullable<z.infer<typeof payload>["storeCreditAccountTransaction"]>;

/** Null when an amount cannot be read. */
function toCredit(made: Made): CreditGiven | null {
  try {
    return {
      transactionId: made.id,
      accountId: made.account.id,
      amount: fromShopify(made.amount),
      balanceAfter: fromShopify(made.balanceAfterTransaction),
      createdAt: new Date(made.createdAt),
      expiresAt: made.expiresAt === null ? null : new Date(made.expiresAt),
    };
  } catch {
    return null;
  }
}
