import { tables } from "@kept/database";
import { fromDecimal } from "@kept/money";
import { brokenInvariants } from "../../issuance/index.ts";
import { acrossAllShops } from "../../tools.ts";
import { StandIn } from "../stand-in.ts";
import { chaosTools } from "./tools.ts";

/**
 * Compares what Kept says with what the stand-in did, account by account and leg by leg, and prints one line of JSON:
 * `double` and `lost` legs, issuances that ask a person, accounts whose balance is not ours plus the others', and
 * invariants that do not hold.
 */
const tools = await chaosTools();
const legs = await acrossAllShops(tools, (tx) => tx.select().from(tables.issuanceLegs));
const attempts = await acrossAllShops(tools, (tx) => tx.select().from(tables.legAttempts));
const lanes = await acrossAllShops(tools, (tx) => tx.select().from(tables.creditLanes));
const { movements, accounts, broken } = await new StandIn(tools.standIn).truth("bloom.myshopify.com");
const credits = movements.filter(
  ({ kind, type }) => kind === "store_credit" && type.toLowerCase() === "credit",
);
const ours = credits.filter(({ by }) => !by?.startsWith("Staff"));

const moved = legs.map((leg) => {
  const own = attempts.filter(({ legId }) => legId === leg.id);
  const { ownerGid } = lanes.find(({ id }) => id === leg.laneId) ?? {};
  const carries = (expiresAt: string | null | undefined) =>
    own.some(({ tag }) => expiresAt && new Date(expiresAt).toISOString() === tag);
  const times = ours.filter(({ event, order, owner, expiresAt }) =>
    leg.kind === "base"
      ? event === "ORDER_REFUND" && order === leg.orderGid
      : event === "ADJUSTMENT" && owner === ownerGid && carries(expiresAt),
  ).length;
  return { leg, times };
});
const told = new Map<string, bigint>();
for (const { leg } of moved) {
  const { ownerGid = "" } = lanes.find(({ id }) => id === leg.laneId) ?? {};
  if (leg.state === "confirmed") told.set(ownerGid, (told.get(ownerGid) ?? 0n) + leg.amountMinor);
}
for (const { owner, amount, by } of credits) {
  if (owner && by?.startsWith("Staff"))
    told.set(owner, (told.get(owner) ?? 0n) + fromDecimal(amount.amount, "USD").minor);
}
const asking = legs.filter(({ state }) => state === "human");
const unequal = accounts.filter(
  ({ owner, balance }) => fromDecimal(balance, "USD").minor !== (told.get(owner ?? "") ?? 0n),
);
const untold = ours.length - moved.reduce((all, { times }) => all + times, 0);
process.stdout.write(
  `${JSON.stringify({
    issuances: new Set(legs.map(({ issuanceId }) => issuanceId)).size,
    double: moved.filter(({ times }) => times > 1).length + untold,
    lost: moved.filter(
      ({ leg, times }) => (leg.state === "confirmed") !== (times === 1) && leg.state !== "human",
    ).length,
    human: new Set(asking.map(({ issuanceId }) => issuanceId)).size,
    foreign: credits.length - ours.length,
    unequal: unequal.length,
    reasons: asking.map(({ kind, reason }) => `${kind}: ${reason}`),
    broken: [...broken, ...(await brokenInvariants(tools))],
  })}\n`,
);
await tools.stop();
