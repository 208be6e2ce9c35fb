import { randomBytes } from "node:crypto";
import type { Context, Resolvers } from "../graphql/context.ts";
import { type UserError, userError } from "../graphql/errors.ts";
import { as, idIn } from "../graphql/gid.ts";
import { announceCustomer } from "../webhooks/announce.ts";
import type { Customer } from "./customer.ts";

interface EmailInput {
  subject?: string | null;
  to?: string | null;
  from?: string | null;
  bcc?: string[] | null;
  customMessage?: string | null;
}

const longestSubject = 1_000;
const longestMessage = 5_000;

/** Invitations to open an account of the old kind, with a password. No letter is written here; the state is kept. */
export const invitationMutations: Resolvers[string] = {
  customerSendAccountInviteEmail: (
    _source,
    { customerId, email }: { customerId: string; email?: EmailInput | null },
    context,
  ) => {
    const customer = context.shop.customers.get(idIn(customerId, "Customer"));
    const refuse = (error: UserError) => ({ customer: null, userErrors: [error] });
    if (!customer) return refuse(userError(["customerId"], "Customer can't be found", "INVALID"));
    const why = whyNotSend(context, email ?? {});
    if (why) return refuse(why);
    invite(context, customer);
    return { customer: as("Customer", customer), userErrors: [] };
  },
  customerGenerateAccountActivationUrl: (
    _source,
    { customerId }: { customerId: string },
    context: Context,
  ) => {
    const { shop } = context;
    const customer = shop.customers.get(idIn(customerId, "Customer"));
    const refuse = (message: string) => ({
      accountActivationUrl: null,
      userErrors: [userError(["customerId"], message)],
    });
    if (!customer) return refuse("The customer can't be found.");
    if (customer.state === "ENABLED") return refuse("The customer's account is already enabled.");
    invite(context, customer);
    const token = randomBytes(16).toString("hex");
    return {
      accountActivationUrl: `https://${shop.shop.primaryDomain}/account/activate/${customer.id}/${token}`,
      userErrors: [],
    };
  },
};

/** One reason at a time, each as recorded. Only the shop's own address may send or read along. */
function whyNotSend({ shop }: Context, email: EmailInput): UserError | undefined {
  const own = shop.shop.email;
  const wrong = (field: string, message: string) => userError(["email", field], message, "INVALID");
  if (email.subject !== undefined && !email.subject?.trim())
    return wrong("subject", "Subject can't be blank");
  if (email.to && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email.to)) return wrong("to", "To is invalid");
  if (email.from && email.from !== own) return wrong("from", "From Sender is invalid");
  const strangers = (email.bcc ?? []).filter((address) => address !== own);
  if (strangers.length > 0)
    return wrong(
      "bcc",
      `Bcc ${strangers.map((address) => `${address} is not a valid bcc address`).join(" and ")}`,
    );
  const message = email.customMessage ?? "";
  const unfit =
    (email.subject ?? "").length > longestSubject ||
    message.length > longestMessage ||
    /<[a-z]/i.test(message);
  return unfit
    ? userError(["customerId"], "Error sending account invite to customer.", "INVALID")
    : undefined;
}

function invite({ shop, world }: Context, customer: Customer): void {
  if (customer.state !== "DISABLED") return;
  shop.customers.save(Object.assign(customer, { state: "INVITED", updatedAt: world.nowText() }));
  announceCustomer(shop, "update", customer);
}
