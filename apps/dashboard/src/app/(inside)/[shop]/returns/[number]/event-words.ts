import type { TimelineEvent } from "@kept/domain";
import { formatMoney, fromDecimal, fromWire, money } from "@kept/money";
import { locale } from "../../../../../ui/amount.tsx";
import { resolutionWords } from "../../../../../ui/return-status.tsx";
import { whatHappened } from "./attention-words.ts";
import { legNames, reasonInWords } from "./leg-words.ts";

/** An event as a sentence that begins with who did it. */
export interface Said {
  readonly text: string;
  readonly detail?: string | undefined;
  /** Shopify's id, to be copied. */
  readonly id?: string | undefined;
  readonly tone: "quiet" | "good" | "person" | "risk";
}

type Detail = TimelineEvent["detail"];

/** Which rule of Settings › Automation decided, where one did. */
function byRule({ rule, name }: Detail): string | undefined {
  if (typeof rule !== "string") return undefined;
  return rule === "otherwise" ? "No rule holds such requests." : `By the rule “${name || rule}”.`;
}

/** Reads an event's details defensively: old events stay readable whatever later ones carry. */
export function sayEvent({ kind, detail }: TimelineEvent, currency: string): Said {
  return sentences[kind]?.(detail, currency) ?? { text: kind.replaceAll("_", " "), tone: "quiet" };
}

const sentences: Record<string, (detail: Detail, currency: string) => Said> = {
  switched_to_credit: () => ({
    text: "took store credit after all, instead of the original payment",
    tone: "good",
  }),
  message_received: (detail) => ({
    text: "wrote a message",
    detail: joined(detail.text, undefined),
    tone: "person",
  }),
  message_sent: (detail) => ({
    text: "wrote to the customer",
    detail: joined(detail.text, undefined),
    tone: "quiet",
  }),
  requested: (detail) => ({
    text: detail.onBehalf
      ? `made this return for the customer, as ${resolution(detail.resolution)}`
      : `asked for a return, as ${resolution(detail.resolution)}`,
    tone: "quiet",
  }),
  approved: (detail, currency) => ({
    text: `approved it${withAmount(minor(detail.total, currency))}`,
    tone: "good",
    detail:
      detail.before !== undefined && detail.before !== detail.total
        ? `The customer had asked for ${minor(detail.before, currency)}; not everything was accepted.`
        : byRule(detail),
  }),
  held: (detail) => ({ text: "holds it for a person", detail: byRule(detail), tone: "person" }),
  declined: (detail) => ({
    text: "declined it",
    detail: joined(detail.reason, detail.note),
    tone: "person",
  }),
  cancelled: () => ({ text: "cancelled it", tone: "quiet" }),
  issuing_started: (detail) => ({
    text: `started issuing ${wire(detail.base)}${plusBonus(detail.bonus)}`,
    tone: "quiet",
  }),
  base_issued: (detail, currency) => ({ ...landed(detail, currency, "the refund"), tone: "good" }),
  bonus_issued: (detail, currency) => ({ ...landed(detail, currency, "the bonus"), tone: "good" }),
  resolved: () => ({ text: "settled the return", tone: "good" }),
  issuing_unclear: (detail) => ({
    text: `is looking up what became of the ${leg(detail)}`,
    detail: reason(detail),
    tone: "person",
  }),
  needs_review: (detail) => ({
    text: `asks a person about the ${leg(detail)}`,
    detail: joined(reason(detail), detail.detail),
    tone: "risk",
  }),
  second_transaction_seen: (detail) => ({
    text: `saw a second transaction for the ${leg(detail)} and froze the account`,
    id: text(detail.transactionId),
    tone: "risk",
  }),
  issue_proposed: (detail) => ({
    text: `said yes to issuing ${wire(detail.total)}; above the limit a second person has to`,
    tone: "person",
  }),
  send_again_proposed: (detail) => ({
    text: `said yes to sending the ${leg(detail)} again; above the limit a second person has to`,
    detail: text(detail.reason),
    tone: "person",
  }),
  settled_by_person: (detail) => ({
    text: `settled the ${leg(detail)}: ${exits[String(detail.exit)] ?? detail.exit}`,
    detail: text(detail.reason),
    tone: "person",
  }),
  resolution_overridden: (detail) => ({
    text: `changed the resolution from ${resolution(detail.from)} to ${resolution(detail.to)}`,
    detail: text(detail.reason),
    tone: "person",
  }),
  differs: (detail, currency) => ({
    text: "saw that Shopify's amount differs",
    detail: `Ours ${minor(detail.ours, currency)}, Shopify's ${minor(detail.shopify, currency)}.`,
    tone: "person",
  }),
  mirrored: (detail) => ({
    text: `wrote the return into Shopify${detail.name ? ` as ${detail.name}` : ""}`,
    id: text(detail.shopifyReturnId),
    tone: "quiet",
  }),
  mirror_ended: (detail) => ({
    text: "closed the return in Shopify: all that was accepted is paid",
    detail:
      Number(detail.removed) > 0
        ? `${detail.removed === 1 ? "The declined item was" : `The ${detail.removed} declined items were`} taken out of it.`
        : undefined,
    tone: "quiet",
  }),
  in_transit: (detail) => ({
    text: "said that the goods are on their way",
    detail: joined(detail.carrier, detail.tracking),
    tone: "quiet",
  }),
  received: () => ({ text: "received the goods", tone: "good" }),
  inspected: (detail, currency) => ({
    text: "inspected the goods",
    detail:
      detail.total === undefined
        ? undefined
        : `Not all was accepted: ${minor(detail.total, currency)} instead of ${minor(detail.before, currency)}.`,
    tone: "good",
  }),
  goods_refused: (detail) => ({
    text:
      detail.about === "parcel"
        ? "could not write the parcel into Shopify"
        : "could not write into Shopify where an item went",
    detail: `Shopify did not take it (${text(detail.code) ?? "no reason given"}). Nothing else depends on it.`,
    tone: "person",
  }),
  waits_for_permission: (detail) => ({
    text: "issued it, but a permission is missing: it goes out by itself once granted",
    detail: Array.isArray(detail.scopes) ? detail.scopes.map(String).join(", ") : undefined,
    tone: "person",
  }),
  stopped_waiting: () => ({
    text: "stopped waiting for the permission: it has to be issued anew",
    tone: "person",
  }),
  without_mirror: (detail) => ({
    text: "went on without a return in Shopify: the order itself is refunded",
    detail: text(detail.reason) && `Shopify did not take the return (${text(detail.reason)}).`,
    tone: "person",
  }),
  reversal_started: (detail, currency) => ({
    text: `decided to take back ${minor(detail.taken, currency)}`,
    detail: joined(
      detail.shortfall !== "0" &&
        `${minor(detail.shortfall, currency)} is spent and stays with the customer.`,
      detail.reason,
    ),
    tone: "person",
  }),
  reversal_issued: (detail, currency) => ({
    ...landed(detail, currency, "what was taken back"),
    tone: "good",
  }),
  repayment_started: (detail, currency) => ({
    text: `decided to pay ${minor(detail.amount, currency)} back the way it was paid`,
    detail: text(detail.reason),
    tone: "person",
  }),
  repayment_issued: (detail, currency) => ({ ...landed(detail, currency, "the money back"), tone: "good" }),
  needs_decision: (detail, currency) => ({
    text: whatHappened(detail.attention, minor(detail.amount, text(detail.currency) ?? currency)),
    id: text(detail.refundId),
    tone: "risk",
  }),
  decided_to_go_on: (detail) => ({ text: "decided to go on", detail: text(detail.reason), tone: "person" }),
  continued: (detail) => ({
    text: `goes on with the ${leg(detail)}: Kept is installed again`,
    tone: "quiet",
  }),
  reopened_in_shopify: () => ({ text: "reopened it", tone: "quiet" }),
  customer_changed: (detail) => ({
    text: "gave the order another customer; a credit goes to them",
    id: text(detail.to),
    tone: "person",
  }),
  note: (detail) => ({ text: "noted", detail: text(detail.text), tone: "quiet" }),
};

const exits: Record<string, string> = {
  this_is_it: "it had arrived",
  send_again: "it is sent again",
  do_not_pay: "it is not paid",
};

function landed(detail: Detail, currency: string, what: string) {
  const amount = decimal(detail.amount, currency);
  const balance = decimal(detail.balance, currency);
  return {
    text: `confirmed ${what}${withAmount(amount)}`,
    detail: balance ? `The account's balance was ${balance} then.` : undefined,
    id: text(detail.transactionId) ?? text(detail.refundId),
  };
}

function resolution(value: unknown): string {
  return (resolutionWords[value as keyof typeof resolutionWords] ?? String(value)).toLowerCase();
}

function leg(detail: Detail): string {
  return (legNames[detail.leg as keyof typeof legNames] ?? "payment").toLowerCase();
}

function reason(detail: Detail): string | undefined {
  const code = text(detail.reason);
  return code && reasonInWords(code);
}

function withAmount(amount: string | undefined): string {
  return amount ? ` · ${amount}` : "";
}

function plusBonus(value: unknown): string {
  const amount = wireMoney(value);
  return amount && amount.minor > 0n ? ` and a bonus of ${formatMoney(amount, locale)}` : "";
}

function wire(value: unknown): string {
  const amount = wireMoney(value);
  return amount ? formatMoney(amount, locale) : "the amount";
}

function wireMoney(value: unknown) {
  if (typeof value !== "object" || value === null || !("amount" in value) || !("currency" in value))
    return undefined;
  return fromWire({ amount: String(value.amount), currency: String(value.currency) });
}

function minor(value: unknown, currency: string): string | undefined {
  return typeof value === "string" && /^-?\d+$/.test(value)
    ? formatMoney(money(BigInt(value), currency), locale)
    : undefined;
}

function decimal(value: unknown, currency: string): string | undefined {
  return typeof value === "string" && value !== ""
    ? formatMoney(fromDecimal(value, currency), locale)
    : undefined;
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function joined(...values: unknown[]): string | undefined {
  return values.map(text).filter(Boolean).join(" · ") || undefined;
}
