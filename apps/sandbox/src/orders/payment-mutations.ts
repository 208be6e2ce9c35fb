import type { Context, Resolvers } from "../graphql/context.ts";
import { Refusal, type UserError, userError } from "../graphql/errors.ts";
import { as, idIn } from "../graphql/gid.ts";
import { parseMinor, printExact } from "../money/amount.ts";
import { announceTransactions } from "../webhooks/announce.ts";
import type { Order, OrderTransaction } from "./order.ts";
import { orderTotal, received, sum } from "./totals.ts";
import { touched } from "./touched.ts";

interface CaptureInput {
  id: string;
  parentTransactionId: string;
  amount: string;
  currency?: string | null;
  finalCapture?: boolean | null;
}

const noOrder = [userError(["id"], "Order does not exist", "NOT_FOUND")];

/** Money that comes in by a staff member's or an app's word. */
export const paymentMutations: Resolvers[string] = {
  orderMarkAsPaid: (_source, { input }: { input: { id: string } }, context) => {
    const order = context.shop.orders.get(idIn(input.id, "Order"));
    if (!order) return { order: null, userErrors: noOrder };
    const open = orderTotal(order) - received(order);
    if (open <= 0n || order.cancelledAt)
      return {
        order: as("Order", order),
        userErrors: [userError(["id"], "Order cannot be marked as paid.")],
      };
    pay(context, order, { kind: "SALE", amount: open });
    return { order: as("Order", touched(context, order)), userErrors: [] };
  },
  orderCreateManualPayment: (
    _source,
    args: { id: string; amount?: { amount: string } | null; paymentMethodName?: string | null },
    context,
  ) => {
    if (args.amount && !["plus", "enterprise"].includes(context.shop.shop.plan)) throw onlyPlus();
    const order = context.shop.orders.get(idIn(args.id, "Order"));
    if (!order) return { order: null, userErrors: [userError(["id"], "Order does not exist")] };
    const open = orderTotal(order) - received(order);
    const amount = args.amount ? parseMinor(args.amount.amount, order.presentmentCurrency) : open;
    pay(context, order, { kind: "SALE", amount, gateway: args.paymentMethodName ?? "manual" });
    return { order: as("Order", touched(context, order)), userErrors: [] };
  },
  orderCapture: (_source, { input }: { input: CaptureInput }, context) => {
    const order = context.shop.orders.get(idIn(input.id, "Order"));
    if (!order) return { transaction: null, userErrors: [userError(["id"], "Order does not exist")] };
    const parent = transactionIn(order, input.parentTransactionId);
    const why = whyNotCapture(order, parent, input);
    if (why || !parent) return { transaction: null, userErrors: [why] };
    const amount = parseMinor(input.amount, order.presentmentCurrency);
    const { gateway } = parent;
    const transaction = pay(context, order, { kind: "CAPTURE", amount, gateway, parentId: parent.id });
    touched(context, order);
    return { transaction: as("OrderTransaction", { order, transaction }), userErrors: [] };
  },
  transactionVoid: (_source, args: { parentTransactionId: string }, context) => {
    const order = context.shop.orders.find(
      (entry) => transactionIn(entry, args.parentTransactionId) !== undefined,
    );
    const parent = order && transactionIn(order, args.parentTransactionId);
    const refuse = (message: string, code: string) => ({
      transaction: null,
      userErrors: [userError(["parentTransactionId"], message, code)],
    });
    if (!order || !parent) return refuse("Transaction does not exist", "TRANSACTION_NOT_FOUND");
    if (!isAuthorization(parent))
      return refuse("Parent transaction must be a successful authorization", "AUTH_NOT_SUCCESSFUL");
    if (order.transactions.some((entry) => entry.parentId === parent.id))
      return refuse(
        "Parent transaction require a parent_id referring to a voidable transaction",
        "AUTH_NOT_VOIDABLE",
      );
    const { gateway } = parent;
    const transaction = pay(context, order, { kind: "VOID", amount: 0n, gateway, parentId: parent.id });
    touched(context, order);
    return { transaction: as("OrderTransaction", { order, transaction }), userErrors: [] };
  },
};

/** One reason at a time, in the order recorded. */
function whyNotCapture(
  order: Order,
  parent: OrderTransaction | undefined,
  input: CaptureInput,
): UserError | undefined {
  const currency = order.presentmentCurrency;
  if (!parent) return userError(null, "Unable to find parent transaction");
  if (!isAuthorization(parent))
    return userError(null, "Parent transaction should be a successful authorization");
  const several = currency !== order.currency;
  if ((several || input.currency) && input.currency !== currency)
    return userError(["currency"], `Currency Currency must match parent transaction ${currency}`);
  const amount = parseMinor(input.amount, currency);
  if (amount <= 0n) return userError(null, "Amount must be greater than zero for capture transactions");
  const taken = sum(order.transactions, (entry) => (entry.parentId === parent.id ? entry.amount : 0n));
  const ended = order.transactions.some((entry) => entry.parentId === parent.id && entry.kind === "VOID");
  if (ended || taken >= parent.amount) return userError(null, "Can only capture successful authorizations");
  if (amount > parent.amount - taken)
    return userError(
      null,
      `Cannot capture more than the authorized ${printExact(parent.amount - taken, currency)} for this payment.`,
    );
  return input.finalCapture == null
    ? undefined
    : userError(
        null,
        "Setting final capture is not supported for this transaction's payment gateway. Please remove the parameter or set it to null, then try again.",
      );
}

function pay(
  { world, shop }: Context,
  order: Order,
  wish: Pick<OrderTransaction, "kind" | "amount"> & { gateway?: string; parentId?: number },
): OrderTransaction {
  const transaction: OrderTransaction = {
    id: world.nextId("OrderTransaction"),
    kind: wish.kind,
    status: "SUCCESS",
    gateway: wish.gateway ?? "manual",
    amount: wish.amount,
    parentId: wish.parentId ?? null,
    refundId: null,
    at: world.nowText(),
    test: order.test,
  };
  order.transactions.push(transaction);
  announceTransactions(shop, order, [transaction]);
  return transaction;
}

function transactionIn(order: Order, id: string): OrderTransaction | undefined {
  return order.transactions.find((entry) => entry.id === idIn(id, "OrderTransaction"));
}

function isAuthorization({ kind, status }: OrderTransaction): boolean {
  return kind === "AUTHORIZATION" && status === "SUCCESS";
}

function onlyPlus(): Refusal {
  const requiredAccess =
    "`write_orders` access scope. Also: The user must have mark_orders_as_paid permission. The API client must be installed on a Shopify Plus store to use the amount field.";
  return new Refusal(
    `Access denied for orderCreateManualPayment field. Required access: ${requiredAccess}`,
    "ACCESS_DENIED",
    { documentation: "https://shopify.dev/api/usage/access-scopes", requiredAccess },
  );
}
