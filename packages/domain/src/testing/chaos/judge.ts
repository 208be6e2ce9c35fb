import { tables } from "@kept/database";
import { fromDecimal } from "@kept/money";
import { brokenInvariants } from "../../issuance/index.ts";
import { bonusTagCarrier } from "../../issuance/tag.ts";
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

// Told apart as Shopify tells them: a refund's credit by its order, a bonus by its account and the second it expires.
const times = new Map<string, number>();
const count = (name: string) => times.set(name, (times.get(name) ?? 0) + 1);
for (const { event, order, owner, expiresAt } of ours) {
  if (event === "ORDER_REFUND") count(`refund of ${order}`);
  else count(`bonus to ${owner} until ${expiresAt && new Date(expiresAt).toISOString()}`);
}
const ownerOf = new Map(lanes.map(({ id, ownerGid }) => [id, ownerGid]));
const tagsOf = Map.groupBy(attempts, ({ legId }) => legId);
const moved = legs.map((leg) => {
  if (leg.kind === "base") return { leg, times: times.get(`refund of ${leg.orderGid}`) ?? 0 };
  const owner = ownerOf.get(leg.laneId);
  // Attempts may have been forgotten by a restore: their tags are computed, so they are known all the same.
  const tags = new Set(tagsOf.get(leg.id)?.map(({ tag }) => tag));
  for (let n = 1; n <= 16; n += 1) tags.add(bonusTagCarrier("2026-10", leg.expiresOn).tag(leg.id, n, 0));
  const all = [...tags].map((tag) => times.get(`bonus to ${owner} until ${tag}`) ?? 0);
  return { leg, times: all.reduce((sum, n) => sum + n, 0) };
});
const told = new Map<string, bigint>();
const tell = (owner: string, minor: bigint) => told.set(owner, (told.get(owner) ?? 0n) + minor);
for (const { leg } of moved)
  if (leg.state === "confirmed") tell(ownerOf.get(leg.laneId) ?? "", leg.amountMinor);
for (const { owner, amount, by } of credits)
  if (owner && by?.startsWith("Staff")) tell(owner, fromDecimal(amount.amount, "USD").minor);
const asking = legs.filter(({ state }) => state === "human");
const unequal = accounts.filter(
  ({ owner, balance }) => fromDecimal(balance, "USD").minor !== (told.get(owner ?? "") ?? 0n),
);
const untold = ours.length - moved.reduce((all, each) => all + each.times, 0);
process.stdout.write(
  `${JSON.stringify({
    issuances: new Set(legs.map(({ issuanceId }) => issuanceId)).size,
    double: moved.filter((each) => each.times > 1).length + untold,
    lost: moved.filter(
      ({ leg, times: seen }) => (leg.state === "confirmed") !== (seen === 1) && leg.state !== "human",
    ).length,
    human: new Set(asking.map(({ issuanceId }) => issuanceId)).size,
    foreign: credits.length - ours.length,
    unequal: unequal.length,
    reasons: asking.map(({ kind, reason }) => `${kind}: ${reason}`),
    broken: [...broken, ...(await brokenInvariants(tools))],
  })}\n`,
);
await tools.stop();
