import type { Context, Resolvers } from "../graphql/context.ts";
import { Refusal, type UserError, userError } from "../graphql/errors.ts";
import { as, idIn } from "../graphql/gid.ts";
import { announceCustomer } from "../webhooks/announce.ts";
import type { Consent, Customer } from "./customer.ts";

export interface ConsentInput {
  marketingState: string;
  marketingOptInLevel?: string | null;
  consentUpdatedAt?: string | null;
}

/** Consents a customer may bring along; WhatsApp's are judged, but nobody here asks for them. */
export interface ConsentsInput {
  emailMarketingConsent?: ConsentInput | null;
  smsMarketingConsent?: ConsentInput | null;
  whatsAppMarketingConsent?: { state: string } | null;
}

const none: Consent = { state: "NOT_SUBSCRIBED", optInLevel: "SINGLE_OPT_IN", updatedAt: null };
const emailNeeded = "An email address is required to set the email marketing consent state.";
const phoneNeeded = (name: string) => `A phone number is required to set the ${name} consent state.`;

export function emailConsentOf(customer: Customer): Consent {
  return customer.emailConsent ?? none;
}

export function smsConsentOf(customer: Customer): Consent {
  return customer.smsConsent ?? none;
}

/** What a new customer's consents lack; a state that only Shopify sets fails the whole field. */
export function consentProblems(
  input: ConsentsInput,
  { email, phone }: Partial<Pick<Customer, "email" | "phone">>,
): UserError[] {
  const { emailMarketingConsent, smsMarketingConsent, whatsAppMarketingConsent } = input;
  for (const state of [
    emailMarketingConsent?.marketingState,
    smsMarketingConsent?.marketingState,
    whatsAppMarketingConsent?.state,
  ])
    if (state) refuseState(state);
  return [
    ...(emailMarketingConsent && !email ? [userError(["emailMarketingConsent"], emailNeeded)] : []),
    ...(smsMarketingConsent && !phone ? [userError(["smsMarketingConsent"], phoneNeeded("SMS"))] : []),
    ...(whatsAppMarketingConsent && !phone
      ? [userError(["whatsAppMarketingConsent"], phoneNeeded("WhatsApp"))]
      : []),
  ];
}

/** A customer's consents are changed by mutations of their own. */
export function consentOnUpdate(input: ConsentsInput): UserError[] {
  const channels = ["emailMarketingConsent", "smsMarketingConsent", "whatsAppMarketingConsent"] as const;
  return channels
    .filter((field) => input[field])
    .map((field) => {
      const mutation = `customer${field[0]?.toUpperCase()}${field.slice(1)}Update`;
      return userError([field], `To update ${field}, please use the ${mutation} Mutation instead`);
    });
}

export function consentFrom(input: ConsentInput, now: string): Consent {
  return {
    state: input.marketingState as Consent["state"],
    optInLevel: input.marketingOptInLevel ?? "SINGLE_OPT_IN",
    updatedAt: input.consentUpdatedAt ?? now,
  };
}

interface EmailUpdate {
  input: { customerId: string; emailMarketingConsent: ConsentInput };
}

interface SmsUpdate {
  input: { customerId: string; smsMarketingConsent: ConsentInput };
}

export const consentMutations: Resolvers[string] = {
  customerEmailMarketingConsentUpdate: (_source, { input }: EmailUpdate, context) => {
    const { customerId, emailMarketingConsent: consent } = input;
    refuseState(consent.marketingState);
    const customer = context.shop.customers.get(idIn(customerId, "Customer"));
    if (!customer) return answer(null, userError(["input", "customerId"], "Customer not found", "INVALID"));
    const problem = problemWith("emailMarketingConsent", consent, context);
    if (problem) return answer(customer, problem);
    if (customer.email !== null) keep(context, customer, "emailConsent", consent);
    return answer(customer);
  },
  customerSmsMarketingConsentUpdate: (_source, { input }: SmsUpdate, context) => {
    const { customerId, smsMarketingConsent: consent } = input;
    refuseState(consent.marketingState);
    const customer = context.shop.customers.get(idIn(customerId, "Customer"));
    if (!customer) return answer(null, userError(null, "Customer not found"));
    const needed = userError(["input", "smsMarketingConsent"], phoneNeeded("SMS"), "INVALID");
    const problem = problemWith(
      "smsMarketingConsent",
      consent,
      context,
      customer.phone === null ? needed : undefined,
    );
    if (problem) return answer(null, problem);
    keep(context, customer, "smsConsent", consent);
    return answer(customer);
  },
};

function refuseState(state: string): void {
  if (state === "NOT_SUBSCRIBED" || state === "REDACTED" || state === "INVALID")
    throw new Refusal(`Cannot specify ${state} as a marketing state input`, "INVALID");
}

/** `unreachable` is why the customer cannot be written to at all: told after a missing level, as far as is recorded. */
function problemWith(
  channel: string,
  consent: ConsentInput,
  { world }: Context,
  unreachable?: UserError,
): UserError | undefined {
  const at = (field: string) => ["input", channel, field];
  const { marketingState, marketingOptInLevel, consentUpdatedAt } = consent;
  if (!marketingOptInLevel)
    return userError(at("marketingOptInLevel"), "Marketing opt in level must exist", "MISSING_ARGUMENT");
  if (unreachable) return unreachable;
  if (consentUpdatedAt && new Date(consentUpdatedAt) > world.now())
    return userError(at("consentUpdatedAt"), "Consent updated at must not be in the future", "INVALID");
  if (marketingState === "PENDING" && marketingOptInLevel !== "CONFIRMED_OPT_IN")
    return userError(
      at("marketingOptInLevel"),
      "Marketing opt in level must be confirmed opt-in for pending consent state",
      "INVALID",
    );
  return undefined;
}

function keep(
  { shop, world }: Context,
  customer: Customer,
  channel: "emailConsent" | "smsConsent",
  consent: ConsentInput,
): void {
  customer[channel] = consentFrom(consent, world.nowText());
  customer.updatedAt = world.nowText();
  shop.customers.save(customer);
  announceCustomer(shop, "update", customer);
}

function answer(customer: Customer | null, ...userErrors: UserError[]) {
  return { customer: customer && as("Customer", customer), userErrors };
}
