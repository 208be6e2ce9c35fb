import { sql, type Transaction, tables } from "@kept/database";
import { isZero, type Money, money, subtract, sum, toWire } from "@kept/money";
import { type Order, readOrder } from "@kept/shopify";
import type { ShopContext } from "../context.ts";
import { laneOf } from "../issuance/lane.ts";
import { legName } from "../issuance/names.ts";
import type { RefundRequest } from "../issuance/refund-create-method.ts";
import { frozen } from "../issuance/requests.ts";
import { allowed } from "../organization/roles.ts";
import { policyVersion } from "../policy/versions.ts";
import { paymentShares } from "../quote/payments.ts";
import { ok, type Result, refused } from "../result.ts";
import { lockReturn, tell } from "../return/records.ts";
import { unlessUnreachable } from "../shop/reach.ts";
import { factsOf } from "./preview-reversal.ts";
import { repayableOf } from "./records.ts";

export type RepayRefusal =
  | { readonly code: "NotFound" | "NotAllowed" | "ReasonMissing" | "ShopifyUnreachable" }
  /** Nothing of a base was taken back that was not paid back already. */
  | { readonly code: "NothingToRepay" }
  /** More than is left on the payments of the order: they cannot take it. */
  | { readonly code: "PaymentsCannotTakeIt"; readonly left: Money };

/**
 * Pays back the way it was paid what reversals took of the base. Shopify counts the credit that was given as money
 * returned for good, so this refund has to be allowed beyond the order's net payment; what keeps more from going out
 * than came in is that it is exactly what was taken back, once per reversal, and never more than is left on the
 * payments themselves (ADR 10). The bonus was never paid and is not paid back.
 */
export async function repayReversal(
  ctx: ShopContext,
  input: { number: number; reason: string },
): Promise<Result<Money, RepayRefusal>> {
  if (!allowed(ctx.role, "settle")) return refused("NotAllowed");
  const reason = input.reason.trim().slice(0, 500);
  if (reason === "") return refused("ReasonMissing");
  const facts = await ctx.inShop((tx) => factsOf(tx, ctx, input.number));
  if (!facts) return refused("NotFound");
  const read = await unlessUnreachable(ctx, async () => readOrder(await ctx.admin(), facts.record.orderGid));
  const order = read?.value;
  if (!order) return refused("ShopifyUnreachable");
  return ctx.inShop((tx) => commit(tx, ctx, input.number, order, reason));
}

async function commit(
  tx: Transaction,
  ctx: ShopContext,
  number: number,
  order: Order,
  reason: string,
): Promise<Result<Money, RepayRefusal>> {
  await lockReturn(tx, ctx, number);
  const facts = await factsOf(tx, ctx, number);
  if (!facts) return refused("NotFound");
  const { record, legs, made } = facts;
  const open = repayableOf(made, legs);
  if (!open) return refused("NothingToRepay");
  const amount = money(open.reversal.takenBaseMinor, record.currency);
  const { policy } = await policyVersion(tx, ctx, record.policyVersion);
  const shares = paymentShares(order, amount.minor, policy.originalPayment);
  const left = sum(
    shares.map((part) => part.amount),
    record.currency,
  );
  if (!isZero(subtract(amount, left))) return refused("PaymentsCannotTakeIt", { left });
  const request: RefundRequest = {
    destination: "original_payment",
    customerGid: record.customerGid,
    lines: [],
    payments: shares.map((part) => ({
      parentId: part.transactionId,
      gateway:
        order.payments.find(({ transactionId }) => transactionId === part.transactionId)?.gateway ?? "",
      amount: toWire(part.amount),
    })),
    beyondNetPayment: true,
  };
  const { issuanceId, ordinal } = open.reversal;
  const legId = legName(issuanceId, "repayment", ordinal);
  await tx.insert(tables.issuanceLegs).values({
    shopId: ctx.shop.id,
    id: legId,
    issuanceId,
    returnId: record.id,
    kind: "repayment",
    ordinal,
    method: "refund_create",
    laneId: await laneOf(tx, ctx.shop.id, record.orderGid, record.currency),
    orderGid: record.orderGid,
    amountMinor: amount.minor,
    currency: record.currency,
    deadline: sql`clock_timestamp() + make_interval(secs => ${ctx.tools.patience.settleMs / 1000})`,
    ...frozen(request),
  });
  await tell(tx, ctx, record.id, "repayment_started", { amount: amount.minor.toString(), reason });
  await ctx.enqueue(tx, "issue", legId);
  return ok(amount);
}
