import { equal, fromWire, type WireMoney } from "@kept/money";
import { type Admin, type CreditAccountNow, creditAccount, readCreditAccount } from "@kept/shopify";
import { z } from "zod";
import { amountOf, type LegRow } from "./issuance.ts";
import type { LegRecord, Look, Method, Verdict } from "./method.ts";
import { landedAs, landedOn, lookOn, provesNothing } from "./on-account.ts";
import { bonusTagCarrier, tagSearch } from "./tag.ts";

/** The bonus: `storeCreditAccountCredit` on the customer. No key, no de-duplication: found again only by its tag. */
export const creditAccountMethod = (apiVersion: string): Method => {
  const carrierOf = (leg: LegRow) => bonusTagCarrier(apiVersion, leg.expiresOn);
  return {
    tag: (leg, attempt, salt) => carrierOf(leg).tag(leg.id, attempt, salt),

    async look(admin: Admin, record: LegRecord): Promise<Look> {
      const { leg } = record;
      const account = await readCreditAccount(admin, {
        customerId: bonusRequest(leg).customerGid,
        currency: leg.currency,
        since: earliestTrace(record),
      });
      return lookOn(account, creditVerdict(record, account, admin.apiVersion));
    },

    async send(admin, { leg, attempt, notAfter }) {
      const { customerGid } = bonusRequest(leg);
      const carried = carrierOf(leg).fields(attempt.tag);
      const answer = await creditAccount(
        admin,
        { customerId: customerGid, amount: amountOf(leg), ...carried },
        { notAfter },
      );
      return answer.kind === "done" ? { ...answer, value: landedAs(answer.value) } : answer;
    },
  };
};

/** What is frozen in a bonus leg's request. */
const requestSchema = z.strictObject({
  customerGid: z.string(),
  amount: z.object({ amount: z.string(), currency: z.string() }),
});

export function bonusRequestOf(customerGid: string, amount: WireMoney) {
  return requestSchema.parse({ customerGid, amount });
}

function bonusRequest(leg: LegRow) {
  const request = requestSchema.parse(leg.request);
  if (!equal(fromWire(request.amount), amountOf(leg))) throw new Error("A leg's request and amount differ");
  return request;
}

/**
 * How far back a trace of this leg may lie: its first attempt, less five minutes for clocks; and a week, because a
 * restore may have forgotten attempts that were made before the leg, as it is now, was written.
 */
function earliestTrace({ leg, attempts }: LegRecord): Date {
  const first = attempts[0]?.committedAt ?? leg.createdAt;
  return new Date(Math.min(first.getTime(), leg.createdAt.getTime()) - week);
}

const week = 7 * 24 * 3_600_000;

/** What a reading of the account says about the leg. Pure, so that the simulation asks the very same question. */
export function creditVerdict(
  { leg, attempts, others }: LegRecord,
  account: CreditAccountNow,
  apiVersion: string,
): Verdict {
  const carriesOurs = tagSearch(leg, attempts, others.tags, others.open);
  const ours = account.transactions.filter(
    (each) => carriesOurs(each) && !(each.id && others.transactions.has(each.id)),
  );
  if (ours.length > 1) return { kind: "ask", why: "two_transactions", freeze: true };
  const [one] = ours;
  if (one) {
    const exact = equal(one.amount, amountOf(leg)) && one.event === "ADJUSTMENT" && !one.orderId;
    return exact ? landedOn(account, one) : { kind: "ask", why: "amount_differs", freeze: true };
  }
  return provesNothing(account, attempts, apiVersion) ?? { kind: "absent" };
}
