import type { Money } from "@kept/money";
import type { Admin } from "../admin/admin.ts";
import { type Answer, settle } from "../admin/answer.ts";
import type { SendOptions } from "../admin/send.ts";
import { toShopify } from "../amount.ts";
import { graphql } from "../generated/gql.ts";
import { type PaymentBack, type RefundTo, storeCreditMethods } from "../refund/refund-to.ts";
import { judgeReturn, type ReturnNow } from "./return-status.ts";

const document = graphql(`
  mutation ProcessReturn($input: ReturnProcessInput!) {
    returnProcess(input: $input) {
      return { id status }
      userErrors { code field message }
    }
  }
`);

export interface ProcessReturn {
  readonly returnId: string;
  /** Return lines (not order lines) and how many units of each. */
  readonly lines: readonly { readonly id: string; readonly quantity: number }[];
  readonly money: RefundTo;
  /** Whether it reaches the refund's own note is not documented: never the only way to find a refund again. */
  readonly note: string;
  /** Shipping that is part of `money`, so that the order's books say so. */
  readonly shipping?: Money;
}

/**
 * Money. Processes lines of an OPEN return and refunds for them in the same call, so that a repetition meets both
 * the lines' quantities and the net payment; over-refunding is never allowed. Shopify gives this call no key and
 * its answer names no transaction: after `done` and after `unknown` alike, read the return to see what was paid.
 */
export async function processReturn(
  admin: Admin,
  input: ProcessReturn,
  options: SendOptions = {},
): Promise<Answer<ReturnNow>> {
  if (input.lines.length === 0)
    throw new RangeError("Money without lines has no guard against being sent twice");
  const { money } = input;
  const answer = await admin.send(
    document,
    {
      input: {
        returnId: input.returnId,
        returnLineItems: input.lines.map(({ id, quantity }) => ({ id, quantity })),
        note: input.note,
        notifyCustomer: false,
        ...(input.shipping ? { refundShipping: { shippingRefundAmount: toShopify(input.shipping) } } : {}),
        financialTransfer: {
          issueRefund: {
            allowOverRefunding: false,
            orderTransactions: "payments" in money ? money.payments.map(toPayment) : [],
            refundMethods: storeCreditMethods(money),
          },
        },
      },
    },
    options,
  );
  return settle(answer, (data, requestId) => {
    const judged = judgeReturn(data.returnProcess, requestId);
    const other = judged.kind === "done" && judged.value.id !== input.returnId;
    return other ? { kind: "unknown", reason: "mismatch", detail: "another return", requestId } : judged;
  });
}

function toPayment(part: PaymentBack) {
  return { parentId: part.parentId, transactionAmount: toShopify(part.amount) };
}
