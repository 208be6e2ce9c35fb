import { eq, inOneBreath, inShop, tables } from "@kept/database";
import { fromDecimal } from "@kept/money";
import { brokenInvariants } from "../../issuance/index.ts";
import { bonusTagCarrier } from "../../issuance/tag.ts";
import { acrossAllShops } from "../../tools.ts";
import { StandIn } from "../stand-in.ts";
import { chaosTools } from "./tools.ts";

/**
 * `node judge.ts <shop>`: compares what Kept says with what the stand-in did, account by account and leg by leg, and
 * prints one line of JSON: `double` and `lost` legs, issuances that ask a person, accounts whose balance is not ours plus the others', and
 * invariants that do not hold.
 */
const tools = await chaosTools();
const [handle = ""] = process.argv.slice(2);
const { creditLanes, issuanceLegs, legAttempts, shops } = tables;
const [shop] = await acrossAllShops(tools, (tx) => tx.select().from(shops).where(eq(shops.handle, handle)));
if (!shop) throw new Error(`No shop ${handle}`);
const [legs, attempts, lanes] = await inShop(tools.database, shop.id, (tx) =>
  inOneBreath([
    () => tx.select().from(issuanceLegs),
    () => tx.select().from(legAttempts),
    () => tx.select().from(creditLanes),
  ]),
);
const { movements, accounts, broken } = await new StandIn(tools.standIn).truth(shop.domain);
const credits = movements.filter(
  ({ kind, type }) => kind === "store_credit" && type.toLowerCase() === "credit",
);
const ours = credits.filter(({ by }) => !by?.startsWith("Staff"));

// Told apart as Shopify tells them: a refund's credit by its order, a bonus by its account and the second it expires.
// Attempts may have been forgotten by a restore: their tags are computed, and the earlier attempt is the likelier.
const ownerOf = new Map(lanes.map(({ id, ownerGid }) => [id, ownerGid]));
const legOf = new Map<string, string>();
const belongs = (name: string, legId: string) => legOf.has(name) || legOf.set(name, legId);
const bonusOf = (owner: string | null | undefined, tag: string) => `bonus to ${owner} until ${tag}`;
for (const leg of legs) if (leg.kind === "base") belongs(`refund of ${leg.orderGid}`, leg.id);
for (const { legId, laneId, tag } of attempts) belongs(bonusOf(ownerOf.get(laneId), tag), legId);
for (let n = 1; n <= 16; n += 1)
  for (const { id, kind, laneId, expiresOn } of legs)
    if (kind === "bonus")
      belongs(bonusOf(ownerOf.get(laneId), bonusTagCarrier("2026-10", expiresOn).tag(id, n, 0)), id);
const times = new Map<string, number>();
let untold = 0;
for (const { event, order, owner, expiresAt } of ours) {
  const until = expiresAt ? new Date(expiresAt).toISOString() : "";
  const legId = legOf.get(event === "ORDER_REFUND" ? `refund of ${order}` : bonusOf(owner, until));
  if (legId) times.set(legId, (times.get(legId) ?? 0) + 1);
  else untold += 1;
}
const moved = legs.map((leg) => ({ leg, times: times.get(leg.id) ?? 0 }));
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
