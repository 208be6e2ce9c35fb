import type { Context } from "../graphql/context.ts";
import { type UserError, userError } from "../graphql/errors.ts";
import { as, idIn } from "../graphql/gid.ts";

interface InvoiceArguments {
  id: string;
  email?: { to?: string | null } | null;
}

/** orderInvoiceSend: judged as recorded. No letter is written here. */
export function orderInvoiceSend(_source: unknown, { id, email }: InvoiceArguments, { shop }: Context) {
  const order = shop.orders.get(idIn(id, "Order"));
  const refuse = (error: UserError) => ({ order: null, userErrors: [error] });
  if (!order) return refuse(userError(["id"], "Order does not exist", "NOT_FOUND"));
  const unsuccessful = (message: string) =>
    refuse(userError(null, message, "ORDER_INVOICE_SEND_UNSUCCESSFUL"));
  const to = email?.to ?? order.email;
  if (!to) return unsuccessful("No recipient email address was provided");
  if (!/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(to)) return unsuccessful("To is invalid");
  return { order: as("Order", order), userErrors: [] };
}
