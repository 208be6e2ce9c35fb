import { setTimeout as sleep } from "node:timers/promises";
import { eq, tables } from "@kept/database";
import { money, toDecimal } from "@kept/money";
import { brokenInvariants } from "../issuance/invariants.ts";
import type { TestWorld } from "./world.ts";

/** Waiting times short enough to be lived through in a test; their order is the usual one. */
export const brisk = {
  patience: {
    leaseMs: 10_000,
    decisionLastsMs: 3_000,
    firstLookMs: 20,
    usualLookMs: 120,
    betweenReadsMs: 40,
    sinceSendMs: 900,
    sinceTokenDiedMs: 50,
    withoutTokenFenceMs: 950,
  },
  shopifyPatience: { connectMs: 500, sendMs: 250, readMs: 400, readDeadlineMs: 1_500 },
};

/** Works until no leg of the world is open, or throws after ten seconds with what still is. */
export async function workUntilSettled(world: TestWorld): Promise<void> {
  const { issuanceLegs } = tables;
  for (let passed = 0; ; passed += 20) {
    await world.advance();
    const legs = await world.owner.inShop((tx) => tx.select().from(issuanceLegs));
    const open = legs.filter(
      (leg) =>
        ["ready", "sending", "unknown"].includes(leg.state) && !legs.some((other) => blocks(other, leg)),
    );
    if (open.length === 0) return world.post();
    if (passed > 5_000)
      throw new Error(`Still open: ${open.map(({ kind, state, reason }) => `${kind} ${state} ${reason}`)}`);
    await sleep(20);
  }
}

type Leg = typeof tables.issuanceLegs.$inferSelect;

/** A bonus waits for its base, a repayment for its reversal; where that asks a person, so do they. */
function blocks(first: Leg, leg: Leg): boolean {
  const before = { bonus: "base", repayment: "reversal", base: null, reversal: null }[leg.kind];
  return (
    first.issuanceId === leg.issuanceId &&
    first.kind === before &&
    first.ordinal === leg.ordinal &&
    first.state !== "confirmed"
  );
}

/**
 * Throws unless every invariant holds and every movement Kept caused at Shopify is one confirmed leg, one for one:
 * nothing twice, nothing lost, nothing claimed that is somebody else's.
 */
export async function expectBooksToAgree(world: TestWorld): Promise<void> {
  const broken = await brokenInvariants(world.tools);
  if (broken.length > 0) throw new Error(JSON.stringify(broken, null, 1));
  const { movements, broken: accounts } = await world.standIn.truth(world.domain);
  if (accounts.length > 0) throw new Error(`Accounts do not add up: ${JSON.stringify(accounts)}`);
  const { issuanceLegs, issuances } = tables;
  const confirmed = await world.owner.inShop((tx) =>
    tx
      .select({ leg: issuanceLegs, destination: issuances.destination })
      .from(issuanceLegs)
      .innerJoin(issuances, eq(issuances.id, issuanceLegs.issuanceId))
      .where(eq(issuanceLegs.state, "confirmed")),
  );
  const ours = movements.filter(({ by }) => by && !by.startsWith("Staff")).flatMap(moved);
  const told = confirmed.map(({ leg, destination }) => {
    const amount = toDecimal(money(leg.amountMinor, leg.currency));
    return said(movementOf(leg.kind, destination), Number(amount), leg.currency);
  });
  if (JSON.stringify(ours.sort()) !== JSON.stringify(told.sort()))
    throw new Error(`Shopify moved ${ours.join(", ")}; Kept says ${told.join(", ")}`);
}

type Movement = Awaited<ReturnType<TestWorld["standIn"]["truth"]>>["movements"][number];

/** Credit given and taken, and money back to payments; that a refund went to store credit is told by the credit itself. */
function moved({ kind, type, event, amount }: Movement): string[] {
  const size = Math.abs(Number(amount.amount));
  if (kind === "payment")
    return type === "REFUND" && event !== "shopify_store_credit"
      ? [said("PAID_BACK", size, amount.currency)]
      : [];
  const is = type.toLowerCase();
  if (is === "credit") return [said(event ?? "", size, amount.currency)];
  return is === "debit" && event === "ADJUSTMENT" ? [said("TAKEN_BACK", size, amount.currency)] : [];
}

function movementOf(kind: Leg["kind"], destination: "store_credit" | "original_payment"): string {
  switch (kind) {
    case "base":
      return destination === "store_credit" ? "ORDER_REFUND" : "PAID_BACK";
    case "bonus":
      return "ADJUSTMENT";
    case "reversal":
      return "TAKEN_BACK";
    case "repayment":
      return "PAID_BACK";
  }
}

function said(what: string, size: number, currency: string): string {
  return `${what} ${size} ${currency}`;
}
