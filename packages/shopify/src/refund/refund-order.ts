import { equal, type Money, sum } from "@kept/money";
import { z } from "zod";
import type { Admin } from "../admin/admin.ts";
import { type Answer, settle } from "../admin/answer.ts";
import type { SendOptions } from "../admin/send.ts";
import { fromShopify, toShopify } from "../amount.ts";
import { graphql } from "../generated/gql.ts";
import type { CurrencyCode } from "../generated/graphql.ts";
import { refusedByText } from "./refund-refusals.ts";
import { type PaymentBack, type RefundTo, refundTotal, storeCreditMethods } from "./refund-to.ts";

const document = graphql(`
  mutation RefundOrder($input: RefundInput!, $key: String!) {
    refundCreate(input: $input) @idempotent(key: $key) {
      refund {
        id
        transactions(first: 20) {
          nodes { id kind status gateway amountSet { presentmentMoney { amount currencyCode } } }
        }
      }
      userErrors { field message }
    }
  }
`);

export interface RefundOrder {
  /** A UUID of this very attempt. Shopify keeps it 24 hours; the same key must come with the same input, byte for byte. */
  readonly key: string;
  readonly orderId: string;
  /** Presentment currency of the order. */
  readonly currency: string;
  readonly lines: readonly { readonly lineItemId: string; readonly quantity: number }[];
  readonly money: RefundTo;
  readonly note: string;
  /** Shipping that is part of `money`. */
  readonly shipping?: Money;
  /**
   * Only to pay the way it came what was taken back from a store credit: Shopify counts that credit as money returned
   * for good. Whoever asks for it has made sure that no more goes out than came in.
   */
  readonly beyondNetPayment?: boolean;
}

export interface RefundMade {
  readonly refundId: string;
  readonly transactions: readonly {
    readonly id: string;
    readonly gateway: string | null;
    readonly amount: Money;
  }[];
}

/**
 * Money. Refunds an order for which no return exists. The key makes a repetition harmless for 23 hours: after
 * `unknown` with `in_progress` wait and send the same again; with `previous_attempt_failed` look first, then use a
 * new key; with `key_mismatch` stop, it is a bug. More than the net payment is refused unless asked for.
 */
export async function refundOrder(
  admin: Admin,
  input: RefundOrder,
  options: SendOptions = {},
): Promise<Answer<RefundMade>> {
  const { money, orderId } = input;
  const answer = await admin.send(
    document,
    {
      key: input.key,
      input: {
        orderId,
        currency: input.currency as CurrencyCode,
        note: input.note,
        notify: false,
        allowOverRefunding: input.beyondNetPayment ?? false,
        refundLineItems: input.lines.map((line) => ({ ...line, restockType: "NO_RESTOCK" as const })),
        transactions: "payments" in money ? money.payments.map((part) => toTransaction(part, orderId)) : [],
        refundMethods: storeCreditMethods(money),
        ...(input.shipping ? { shipping: { amount: toShopify(input.shipping).amount } } : {}),
      },
    },
    options,
  );
  return settle(answer, (data, requestId) => judge(data.refundCreate, input, requestId));
}

function toTransaction(part: PaymentBack, orderId: string) {
  const { amount } = toShopify(part.amount);
  return { orderId, parentId: part.parentId, gateway: part.gateway, kind: "REFUND" as const, amount };
}

const money = z.object({ amount: z.string(), currencyCode: z.string() });

const payload = z.object({
  refund: z
    .object({
      id: z.string().min(1),
      transactions: z.object({
        nodes: z.array(
          z.object({
            id: z.string(),
            kind: z.string(),
            status: z.string(),
            gateway: z.string().nullable(),
            amountSet: z.object({ presentmentMoney: money }),
          }),
        ),
      }),
    })
    .nullable(),
  userErrors: z.array(z.object({ field: z.array(z.string()).nullable(), message: z.string() })),
});

/** Believes a refund only when its refunding transactions add up to what was asked. */
function judge(given: unknown, asked: RefundOrder, requestId: string | null): Answer<RefundMade> {
  const read = payload.safeParse(given);
  if (!read.success) return { kind: "unknown", reason: "unreadable", requestId };
  const { refund, userErrors } = read.data;
  if (userErrors.length > 0) {
    if (refund) return { kind: "unknown", reason: "contradiction", requestId };
    return refusedByText(userErrors, requestId);
  }
  if (!refund) return { kind: "unknown", reason: "contradiction", requestId };
  try {
    const transactions = refund.transactions.nodes
      .filter((transaction) => transaction.kind === "REFUND")
      .map(({ id, gateway, amountSet }) => ({
        id,
        gateway,
        amount: fromShopify(amountSet.presentmentMoney),
      }));
    const total = sum(
      transactions.map((transaction) => transaction.amount),
      asked.currency,
    );
    if (!equal(total, refundTotal(asked.money, asked.currency))) {
      return { kind: "unknown", reason: "mismatch", detail: refund.id, requestId };
    }
    return { kind: "done", value: { refundId: refund.id, transactions }, requestId };
  } catch {
    return { kind: "unknown", reason: "mismatch", detail: refund.id, requestId };
  }
}
