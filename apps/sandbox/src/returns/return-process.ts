import { type Context, issuerOf } from "../graphql/context.ts";
import { idIn } from "../graphql/gid.ts";
import { parseMinor } from "../money/amount.ts";
import type { Order, OrderTransaction } from "../orders/order.ts";
import { type DutyWish, dutiesBack } from "../refunds/duties.ts";
import { issueRefund } from "../refunds/issue-refund.ts";
import { overRefund } from "../refunds/over-refund.ts";
import { shippingBack } from "../refunds/shipping.ts";
import { type StoreCreditMethod, storeCreditPart } from "../refunds/store-credit-refund.ts";
import { announceReturn } from "../webhooks/announce.ts";
import { type DispositionInput, dispose, undisposable } from "./dispose.ts";
import { done, findReturn, type ReturnPayload, refused } from "./find.ts";
import type { Return, ReturnLine } from "./return.ts";

interface ProcessInput {
  returnId: string;
  returnLineItems?: { id: string; quantity: number; dispositions?: DispositionInput[] | null }[] | null;
  financialTransfer?: {
    issueRefund?: {
      orderTransactions: { parentId: string; transactionAmount: { amount: string; currencyCode: string } }[];
      refundMethods?: StoreCreditMethod[] | null;
      allowOverRefunding?: boolean | null;
    } | null;
  } | null;
  refundShipping?: { fullRefund?: boolean | null; shippingRefundAmount?: { amount: string } | null } | null;
  refundDuties?: DutyWish[] | null;
  note?: string | null;
}

/**
 * returnProcess: takes pieces as returned and moves the money for them, in one go and without any idempotency. What
 * guards against doing it twice are the quantities, and the net payment of the order.
 */
export function returnProcess(
  _source: unknown,
  { input }: { input: ProcessInput },
  context: Context,
): ReturnPayload {
  const { shop } = context;
  const entry = findReturn(context, input.returnId);
  if (!entry) return refused(["input", "returnId"], "Return not found.", "NOT_FOUND");
  const order = shop.orders.get(entry.orderId);
  if (!order || entry.status !== "OPEN")
    return refused(["input", "returnId"], "Return status is invalid.", "INVALID_STATE");
  const lines: { line: ReturnLine; quantity: number; dispositions: DispositionInput[] }[] = [];
  for (const [index, wish] of (input.returnLineItems ?? []).entries()) {
    const at = ["input", "returnLineItems", String(index)];
    const line = entry.lines.find((candidate) => candidate.id === idIn(wish.id, "ReturnLineItem"));
    if (!line) return refused([...at, "id"], "Return line item was not found.", "NOT_FOUND");
    const before = lines
      .filter((other) => other.line === line)
      .reduce((all, other) => all + other.quantity, 0);
    if (wish.quantity < 1 || wish.quantity + before > line.quantity - line.processedQuantity) {
      return refused([...at, "quantity"], "Return line item has an invalid quantity.", "INVALID");
    }
    const dispositions = wish.dispositions ?? [];
    const [wrong] = undisposable(context, entry, dispositions);
    if (wrong) return refused([...at, "dispositions", ...wrong.path], wrong.message, wrong.code);
    lines.push({ line, quantity: wish.quantity, dispositions });
  }
  const transfer = moneyOf(context, order, input);
  if ("refusal" in transfer) return transfer.refusal;
  const { payments, credits, moves } = transfer;
  for (const { line, quantity } of lines) line.processedQuantity += quantity;
  for (const { dispositions } of lines) dispose(context, entry, dispositions);
  if (moves) {
    const amount = input.refundShipping?.shippingRefundAmount?.amount;
    issueRefund(shop, order, {
      lines: lines.map(({ line, quantity, dispositions }) => ({
        lineId: line.lineId,
        quantity,
        ...restock(dispositions),
      })),
      shipping: wantedShipping(
        order,
        Boolean(input.refundShipping?.fullRefund),
        amount ? parseMinor(amount, order.presentmentCurrency) : null,
      ),
      duties: dutiesBack(order, input.refundDuties ?? []),
      payments,
      storeCredit: credits,
      note: input.note ?? null,
      returnId: entry.id,
      issuer: issuerOf(context),
    });
    for (const { line, quantity } of lines) line.refundedQuantity += quantity;
  }
  if (lines.length > 0 || moves) entry.workStarted = true;
  closeWhenDone(context, entry);
  shop.returns.save(entry);
  announceReturn(shop, "process", entry);
  return done(entry);
}

type Transfer =
  | { refusal: ReturnPayload }
  | {
      payments: { parent: OrderTransaction; amount: bigint }[];
      credits: { amount: bigint; expiresAt: string | null }[];
      moves: boolean;
    };

function moneyOf(context: Context, order: Order, input: ProcessInput): Transfer {
  const wish = input.financialTransfer?.issueRefund;
  if (!wish) return { payments: [], credits: [], moves: false };
  const at = ["input", "financialTransfer", "issueRefund"];
  const payments: { parent: OrderTransaction; amount: bigint }[] = [];
  for (const [index, { parentId, transactionAmount }] of wish.orderTransactions.entries()) {
    const parent = order.transactions.find(
      (candidate) => candidate.id === idIn(parentId, "OrderTransaction"),
    );
    const field = [...at, "orderTransactions", String(index)];
    if (!parent)
      return { refusal: refused([...field, "parentId"], "Order transaction not found.", "NOT_FOUND") };
    if (transactionAmount.currencyCode !== order.presentmentCurrency) {
      return {
        refusal: refused(
          [...field, "transactionAmount", "currencyCode"],
          "Currency must match the order's presentment currency.",
          "INVALID",
        ),
      };
    }
    payments.push({ parent, amount: parseMinor(transactionAmount.amount, order.presentmentCurrency) });
  }
  const store = storeCreditPart(context, order, wish.refundMethods ?? []);
  if ("refused" in store)
    return {
      refusal: refused(
        [...at, "refundMethods", ...store.refused.path],
        store.refused.message,
        store.refused.code,
      ),
    };
  const total = [...payments, ...store.credits].reduce((sum, part) => sum + part.amount, 0n);
  const tooMuch = overRefund(order, total, Boolean(wish.allowOverRefunding));
  if (tooMuch) return { refusal: refused(at, tooMuch, "INVALID") };
  return { payments: payments.filter((part) => part.amount > 0n), credits: store.credits, moves: true };
}

function wantedShipping(order: Order, full: boolean, amount: bigint | null) {
  if (full) return shippingBack(order, "all");
  return amount === null ? { amount: 0n, tax: 0n } : shippingBack(order, amount);
}

function restock(dispositions: DispositionInput[]): {
  restockType: "RETURN" | "NO_RESTOCK";
  locationId: number | null;
} {
  const restocked = dispositions.find((entry) => entry.dispositionType === "RESTOCKED");
  return {
    restockType: restocked ? "RETURN" : "NO_RESTOCK",
    locationId: idIn(restocked?.locationId, "Location") ?? null,
  };
}

/** Recorded: this answer still says OPEN; the next request reads CLOSED, unless staff had reopened the return. */
function closeWhenDone({ shop, world }: Context, entry: Return): void {
  const finished = entry.lines.every((line) => line.processedQuantity >= line.quantity);
  if (!finished || entry.reopened) return;
  entry.closesAt = world.nowText();
  shop.closingReturns.add(entry.id);
}
