import type { Money } from "@kept/money";
import { z } from "zod";
import type { Answer } from "../admin/answer.ts";
import { fromShopify } from "../amount.ts";
import { refusal } from "../refusals.ts";

/** An amount as Shopify writes it. */
const moneyV2 = z.object({ amount: z.string(), currencyCode: z.string() });

/** What both mutations say of the movement they made. */
const movementShape = z.object({
  id: z.string().min(1),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime().nullish(),
  event: z.string(),
  amount: moneyV2,
  balanceAfterTransaction: moneyV2,
  account: z.object({ id: z.string().min(1) }),
});

const payloadShape = z.object({
  storeCreditAccountTransaction: movementShape.nullable(),
  userErrors: z.array(
    z.object({ code: z.string().nullish(), field: z.array(z.string()).nullable(), message: z.string() }),
  ),
});

/** A movement of store credit that Shopify says it made; a debit's amount is negative. */
export interface Movement {
  readonly transactionId: string;
  readonly accountId: string;
  readonly amount: Money;
  readonly balanceAfter: Money;
  readonly createdAt: Date;
  /** Null when it never expires, undefined of a debit. */
  readonly expiresAt: Date | null | undefined;
  readonly event: string;
}

/**
 * Judges what a mutation of a store-credit account answered. Done only when it made one adjustment that `agrees` with
 * what was asked for; refused only for a reason that is known to mean "looked at and not done"; unknown otherwise.
 */
export function judgeMovement(
  payload: unknown,
  asked: { readonly refusals: ReadonlySet<string>; agrees(made: Movement): boolean },
  requestId: string | null,
): Answer<Movement> {
  const read = payloadShape.safeParse(payload);
  if (!read.success) return { kind: "unknown", reason: "unreadable", requestId };
  const { storeCreditAccountTransaction: made, userErrors } = read.data;
  const refused = refusal<Movement>(userErrors, asked.refusals, { result: made, requestId });
  if (refused) return refused;
  if (!made) return { kind: "unknown", reason: "contradiction", requestId };
  const value = toMovement(made);
  const believed = value !== null && value.event === "ADJUSTMENT" && asked.agrees(value);
  if (!believed) return { kind: "unknown", reason: "mismatch", detail: made.id, requestId };
  return { kind: "done", value, requestId };
}

/** Null when an amount cannot be read. */
function toMovement(made: z.infer<typeof movementShape>): Movement | null {
  try {
    return {
      transactionId: made.id,
      accountId: made.account.id,
      amount: fromShopify(made.amount),
      balanceAfter: fromShopify(made.balanceAfterTransaction),
      createdAt: new Date(made.createdAt),
      expiresAt: made.expiresAt == null ? made.expiresAt : new Date(made.expiresAt),
      event: made.event,
    };
  } catch {
    return null;
  }
}
