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
        ["ready", "sending", "unknown"].includes(leg.state) &&
        !(leg.kind === "bonus" && legs.some((base) => blocks(base, leg))),
    );
    if (open.length === 0) return world.post();
    if (passed > 5_000)
      throw new Error(`Still open: ${open.map(({ kind, state, reason }) => `${kind} ${state} ${reason}`)}`);
    await sleep(20);
  }
}

type Leg = typeof tables.issuanceLegs.$inferSelect;

function blocks(base: Leg, bonus: Leg): boolean {
  return base.issuanceId === bonus.issuanceId && base.kind === "base" && base.state !== "confirmed";
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
  const { issuanceLegs } = tables;
  const confirmed = await world.owner.inShop((tx) =>
    tx.select().from(issuanceLegs).where(eq(issuanceLegs.state, "confirmed")),
  );
  const ours = movements
    .filter(
      (each) =>
        each.type.toLowerCase() === "credit" && !each.by?.startsWith("Staff") && each.kind === "store_credit",
    )
    .map(({ event, amount }) => `${event} ${Number(amount.amount)} ${amount.currency}`);
  const told = confirmed.map(
    ({ kind, amountMinor, currency }) =>
      `${kind === "base" ? "ORDER_REFUND" : "ADJUSTMENT"} ${Number(toDecimal(money(amountMinor, currency)))} ${currency}`,
  );
  if (JSON.stringify(ours.sort()) !== JSON.stringify(told.sort()))
    throw new Error(`Shopify moved ${ours.join(", ")}; Kept says ${told.join(", ")}`);
}
