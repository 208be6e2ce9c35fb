import { equal } from "@kept/money";
import { type Admin, type RefundsOfOrder, readRefundsOf, refundOrder } from "@kept/shopify";
import { z } from "zod";
import { amountOf, type LegRow } from "./issuance.ts";
import type { LegRecord, Look, Method, Verdict } from "./method.ts";
import { amountTo, moneyOf, paymentBack, refundLanded, whereItIs } from "./refunded.ts";
import { noteTag } from "./tag.ts";

/**
 * A refund of the order itself, where Shopify keeps no return: `refundCreate @idempotent`. The key is the attempt's own
 * and its variables are frozen, so that the same request may be sent again for a day; the note finds it again after
 * that. Also how money goes back to the payments after credit was taken back.
 */
export const refundCreateMethod: Method = {
  tag: (leg, attempt) => noteTag(leg.id, attempt),

  async look(admin: Admin, record: LegRecord): Promise<Look> {
    const request = refundRequest(record.leg);
    const now = await readRefundsOf(admin, {
      orderId: record.leg.orderGid,
      lineItemIds: request.lines.map(({ lineItemId }) => lineItemId),
    });
    if (!now) return { baseline: null, verdict: { kind: "ask", why: "order_gone", freeze: false } };
    const baseline = { refundIds: now.refunds.map(({ id }) => id), lines: now.lines };
    const verdict = refundVerdict(record, now);
    if (verdict.kind !== "landed") return { baseline, verdict };
    const { landed, observed } = await whereItIs(admin, record, request, verdict.landed);
    return { baseline, verdict: { ...verdict, landed }, observed };
  },

  async send(admin, { leg, attempt, notAfter }) {
    const request = refundRequest(leg);
    const answer = await refundOrder(
      admin,
      {
        key: attempt.idempotencyKey,
        orderId: leg.orderGid,
        currency: leg.currency,
        lines: request.lines,
        money: moneyOf(leg, request),
        note: attempt.tag,
        beyondNetPayment: request.beyondNetPayment,
      },
      { notAfter },
    );
    if (answer.kind !== "done") return answer;
    // To store credit, where it arrived and the balance are read before it is told; the refund's own id is enough else.
    if (request.destination === "store_credit") return { ...answer, value: "look" };
    return { ...answer, value: refundLanded(answer.value.refundId) };
  },
};

const requestSchema = z.strictObject({
  destination: z.enum(["store_credit", "original_payment"]),
  customerGid: z.string().nullable(),
  lines: z.array(z.strictObject({ lineItemId: z.string(), quantity: z.int().positive() })),
  payments: z.array(paymentBack),
  /** True only for a repayment: Shopify counts the credit that was taken back as money returned for good. */
  beyondNetPayment: z.boolean(),
});

/** What is frozen in the request of a leg that refunds an order. */
export type RefundRequest = z.output<typeof requestSchema>;

export function refundRequest(leg: Pick<LegRow, "request">): RefundRequest {
  return requestSchema.parse(leg.request);
}

/** What a reading of the order's refunds says about the leg. Pure, so that the simulation asks the very same question. */
export function refundVerdict({ leg }: Pick<LegRecord, "leg">, now: RefundsOfOrder): Verdict {
  const request = refundRequest(leg);
  const noted = now.refunds.filter((refund) => refund.note?.startsWith(`kept:${leg.id}:`));
  if (noted.length > 1) return { kind: "ask", why: "two_refunds", freeze: true };
  const [ours] = noted;
  if (ours) {
    return equal(amountTo(request.destination, ours), amountOf(leg))
      ? { kind: "landed", landed: refundLanded(ours.id), by: "tag" }
      : { kind: "ask", why: "amount_differs", freeze: true };
  }
  const gone = request.lines.some(({ lineItemId, quantity }) => {
    const line = now.lines.find(({ id }) => id === lineItemId);
    return !line || line.refundable < quantity;
  });
  // Somebody refunded these very pieces. While a request of ours may be under way that could be us: its key will tell.
  if (gone && leg.state === "ready") return { kind: "ask", why: "already_refunded", freeze: false };
  return { kind: "absent" };
}
