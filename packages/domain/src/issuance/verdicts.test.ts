import { money } from "@kept/money";
import type { CreditAccountNow, CreditTransaction, ShopifyReturn } from "@kept/shopify";
import { expect, test } from "vitest";
import { creditVerdict } from "./credit-account-method.ts";
import type { AttemptRow, LegRow } from "./issuance.ts";
import type { LegRecord } from "./method.ts";
import { returnVerdict } from "./return-process-method.ts";
import { bonusTagCarrier, noteTag } from "./tag.ts";

const usd = (minor: bigint) => money(minor, "USD");
const id = "5f0c1a34-0000-5000-8000-000000000001";
const leg = {
  id,
  amountMinor: 200n,
  currency: "USD",
  expiresOn: "2027-11-24",
  createdAt: new Date("2026-11-24T10:00:00Z"),
  request: {
    returnGid: "gid://shopify/Return/1",
    destination: "store_credit",
    customerGid: "gid://shopify/Customer/1",
    lines: [{ id: "line", quantity: 1 }],
    payments: [],
  },
} as unknown as LegRow;
const record = (attempts: Partial<AttemptRow>[] = [], transactions: string[] = []): LegRecord => ({
  leg,
  attempts: attempts as AttemptRow[],
  others: { tags: new Set(), transactions: new Set(transactions), open: new Set() },
});
const tag = bonusTagCarrier("2026-10", "2027-11-24").tag(id, 1, 0);

function credit(gid: string, change: Partial<CreditTransaction> = {}): CreditTransaction {
  return {
    kind: "credit",
    id: gid,
    createdAt: new Date("2026-11-24T10:00:01Z"),
    amount: usd(200n),
    balanceAfter: usd(200n),
    remaining: usd(200n),
    event: "ADJUSTMENT",
    orderId: null,
    orderTransactionId: null,
    note: null,
    expiresAt: new Date(tag),
    ...change,
  } as CreditTransaction;
}
const account = (
  transactions: CreditTransaction[],
  change: Partial<CreditAccountNow> = {},
): CreditAccountNow => ({
  customerExists: true,
  accountId: "gid://shopify/StoreCreditAccount/1",
  balance: transactions[0]?.balanceAfter ?? usd(0n),
  transactions,
  complete: true,
  ...change,
});
const told = (now: CreditAccountNow, of = record(), version = "2026-10") => {
  const verdict = creditVerdict(of, now, version);
  return "why" in verdict ? `${verdict.kind}: ${verdict.why}` : verdict.kind;
};

test("one credit with our tag and amount is ours; two, or another amount, are for a person", () => {
  expect(told(account([credit("a")]))).toBe("landed");
  expect(told(account([credit("a"), credit("b")]))).toBe("ask: two_transactions");
  expect(told(account([credit("a", { amount: usd(300n) })]))).toBe("ask: amount_differs");
  expect(told(account([credit("a", { event: "ORDER_REFUND" })]))).toBe("ask: amount_differs");
});

test("what another credit answers to is not ours, whatever it looks like", () => {
  expect(told(account([credit("a")]), record([], ["a"]))).toBe("absent");
});

test("a reading that is torn, cut short or blind to notes proves nothing", () => {
  const foreign = credit("a", { expiresAt: null });
  expect(told(account([foreign]))).toBe("absent");
  expect(told(account([foreign], { balance: usd(900n) }))).toBe("no_evidence: balances_do_not_follow");
  expect(told(account([foreign], { complete: false }))).toBe("no_evidence: incomplete_reading");
  expect(told(account([foreign]), record([{ n: 1, tag: noteTag(id, 1) }]))).toBe(
    "no_evidence: tag_not_readable",
  );
});

test("a customer who was deleted or merged away is a person's matter", () => {
  expect(told(account([], { customerExists: false, accountId: null }))).toBe("ask: customer_gone");
});

function returned(
  processed: number,
  refunds: { id: string; note: string | null; amount?: bigint }[],
): ShopifyReturn {
  const line = { id: "line", fulfillmentLineItemId: null, lineItemId: null, quantity: 1 };
  const counts = { processable: 1 - processed, processed, refundable: 1 - processed, refunded: processed };
  return {
    id: "gid://shopify/Return/1",
    name: "#1-R1",
    status: "OPEN",
    decline: null,
    orderId: "gid://shopify/Order/1",
    lines: [{ ...line, ...counts }],
    refunds: refunds.map(({ amount = 200n, ...refund }) => ({
      ...refund,
      createdAt: null,
      total: usd(amount),
      transactions: [
        { id: "t", kind: "REFUND", status: "SUCCESS", gateway: "shopify_store_credit", amount: usd(amount) },
      ],
    })),
  };
}
const sent = {
  n: 1,
  tag: noteTag(id, 1),
  baseline: { refundIds: [], lines: [{ id: "line", processed: 0, refunded: 0 }] },
};
const judged = (now: ShopifyReturn, attempts: Partial<AttemptRow>[] = [sent]) => {
  const verdict = returnVerdict(record(attempts), now);
  if (verdict.kind === "landed") return `landed by ${verdict.by}`;
  return "why" in verdict ? `${verdict.kind}: ${verdict.why}` : verdict.kind;
};

test("a refund of the return is ours by its note, or by moving exactly our pieces and our money", () => {
  expect(judged(returned(1, [{ id: "r", note: noteTag(id, 1) }]))).toBe("landed by tag");
  expect(judged(returned(1, [{ id: "r", note: null }]))).toBe("landed by quantities");
  expect(judged(returned(0, []))).toBe("absent");
});

test("anything in between was somebody else, and a person looks", () => {
  expect(judged(returned(1, [{ id: "r", note: "by Sam at the counter" }]))).toBe(
    "ask: moved_by_someone_else",
  );
  expect(judged(returned(1, []))).toBe("ask: moved_by_someone_else");
  expect(judged(returned(1, [{ id: "r", note: null, amount: 150n }]))).toBe("ask: moved_by_someone_else");
  expect(judged(returned(1, [{ id: "r", note: noteTag(id, 1), amount: 150n }]))).toBe("ask: amount_differs");
  expect(judged(returned(1, [{ id: "r", note: null }]), [])).toBe("ask: already_refunded");
});
