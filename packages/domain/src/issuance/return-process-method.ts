import { equal } from "@kept/money";
import { type Admin, processReturn, type ReturnProgress, readReturnProgress } from "@kept/shopify";
import { z } from "zod";
import { amountOf, type LegRow } from "./issuance.ts";
import type { LegRecord, Look, Method, Verdict } from "./method.ts";
import { amountTo, moneyOf, paymentBack, refundLanded, whereItIs } from "./refunded.ts";
import { noteTag } from "./tag.ts";

/**
 * The base: `returnProcess`, lines and money in one call, so that a duplicate meets both Shopify's quantity guard and
 * its net-payment guard (shopify.md 2.4). No key; found again by the return's own refunds and quantities, and by the
 * note where Shopify keeps it.
 */
export const returnProcessMethod: Method = {
  tag: (leg, attempt) => noteTag(leg.id, attempt),

  async look(admin: Admin, record: LegRecord): Promise<Look> {
    const request = baseRequest(record.leg);
    const now = await readReturnProgress(admin, request.returnGid);
    if (!now) return { baseline: null, verdict: { kind: "ask", why: "return_gone", freeze: false } };
    const baseline = baselineOf(now, request);
    const verdict = returnVerdict(record, now);
    if (verdict.kind !== "landed") return { baseline, verdict };
    const { landed, observed } = await whereItIs(admin, record, request, verdict.landed);
    return { baseline, verdict: { ...verdict, landed }, observed };
  },

  async send(admin, { leg, attempt, notAfter }) {
    const request = baseRequest(leg);
    const answer = await processReturn(
      admin,
      {
        returnId: request.returnGid,
        lines: request.lines,
        money: moneyOf(leg, request),
        note: attempt.tag,
      },
      { notAfter },
    );
    // Shopify's yes names no transaction: what it did is read back before it is believed.
    return answer.kind === "done" ? { ...answer, value: "look" } : answer;
  },
};

const requestSchema = z.strictObject({
  returnGid: z.string(),
  destination: z.enum(["store_credit", "original_payment"]),
  customerGid: z.string().nullable(),
  lines: z.array(z.strictObject({ id: z.string(), quantity: z.int().positive() })).min(1),
  payments: z.array(paymentBack),
});

/** What is frozen in a base leg's request. */
export type BaseRequest = z.output<typeof requestSchema>;

export function baseRequest(leg: Pick<LegRow, "request">): BaseRequest {
  return requestSchema.parse(leg.request);
}

const baselineSchema = z.object({
  refundIds: z.array(z.string()),
  lines: z.array(z.object({ id: z.string(), processed: z.number(), refunded: z.number() })),
});
type Baseline = z.output<typeof baselineSchema>;

/** What the return looks like just before sending: what later movements are told from. */
export function baselineOf(now: ReturnProgress, request: BaseRequest): Baseline {
  return {
    refundIds: now.refunds.map((refund) => refund.id),
    lines: request.lines.map(({ id }) => {
      const line = now.lines.find((each) => each.id === id);
      return { id, processed: line?.processed ?? 0, refunded: line?.refunded ?? 0 };
    }),
  };
}

/** What a reading of the return says about the leg. Pure, so that the simulation asks the very same question. */
export function returnVerdict({ leg, attempts }: LegRecord, now: ReturnProgress): Verdict {
  const request = baseRequest(leg);
  const noted = now.refunds.filter((refund) => refund.note?.startsWith(`kept:${leg.id}:`));
  if (noted.length > 1) return { kind: "ask", why: "two_refunds", freeze: true };
  const [tagged] = noted;
  if (tagged) {
    return equal(amountTo(request.destination, tagged), amountOf(leg))
      ? { kind: "landed", landed: refundLanded(tagged.id), by: "tag" }
      : { kind: "ask", why: "amount_differs", freeze: true };
  }
  const [first] = attempts;
  return first
    ? movedSince(baselineSchema.parse(first.baseline), leg, request, now)
    : firstLook(request, now);
}

/** Nothing of ours was sent yet: is there still something to process, and has nobody paid for it? */
function firstLook(request: BaseRequest, now: ReturnProgress): Verdict {
  const short = request.lines.some(({ id, quantity }) => {
    const line = now.lines.find((each) => each.id === id);
    return !line || line.processable < quantity;
  });
  if (!short) return { kind: "absent" };
  return { kind: "ask", why: now.refunds.length > 0 ? "already_refunded" : "return_changed", freeze: false };
}

/**
 * Did quantities move by exactly ours and exactly one refund of exactly our amount appear? All or nothing; in between
 * asks, and so does a refund that carries somebody else's note.
 */
function movedSince(baseline: Baseline, leg: LegRow, request: BaseRequest, now: ReturnProgress): Verdict {
  const fresh = now.refunds.filter((refund) => !baseline.refundIds.includes(refund.id));
  const moved = request.lines.map(({ id, quantity }) => {
    const before = baseline.lines.find((each) => each.id === id)?.processed ?? 0;
    const after = now.lines.find((each) => each.id === id)?.processed ?? 0;
    return { by: after - before, ours: quantity };
  });
  if (fresh.length === 0 && moved.every(({ by }) => by === 0)) return { kind: "absent" };
  const [one, ...more] = fresh;
  const exactly = moved.every(({ by, ours }) => by === ours) && !one?.note;
  if (one && more.length === 0 && exactly && equal(amountTo(request.destination, one), amountOf(leg))) {
    return { kind: "landed", landed: refundLanded(one.id), by: "quantities" };
  }
  return { kind: "ask", why: "moved_by_someone_else", freeze: false };
}
