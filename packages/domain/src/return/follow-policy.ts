import { and, asc, desc, eq, gt, inArray, sql, type Transaction, tables } from "@kept/database";
import type { ShopContext } from "../context.ts";
import { issueCredit } from "../issuance/issue-credit.ts";
import { waitToIssue } from "../issuance/issue-waiting.ts";
import { namesReason, type Policy } from "../policy/index.ts";
import { policyVersion } from "../policy/versions.ts";
import { fingerprint } from "../quote/index.ts";
import type { Result } from "../result.ts";
import { approveReturn } from "./approve-return.ts";
import { judgement } from "./judgement.ts";
import { hasHappened, parcelsOf } from "./parcels.ts";
import { findReturnById, linesOf, lockReturnById, quoteById, tell } from "./records.ts";
import { acceptedUnits, isOpen, type ReturnRecord } from "./return.ts";

/**
 * What the shop's own rules do without anybody pressing a button: a request they let through is approved, a credit
 * whose moment has come is issued. By the ordinary verbs, as "automation", from the policy version the quote was made
 * with; looked at whenever something happened to a return, and safe to run again at any point. What differs from
 * Shopify's figure, or cannot be issued, stays for a person. Throws when Shopify is away: the job comes back.
 */
export async function followPolicy(ctx: ShopContext, returnId: string): Promise<void> {
  const automation: ShopContext = { ...ctx, actor: { kind: "system", name: "automation" } };
  const { approve, due: already } = await ctx.inShop(async (tx) => {
    const record = await lockReturnById(tx, automation, returnId);
    const may = await mayBeApproved(tx, automation, record);
    return { approve: may, due: may ? null : await isDue(tx, automation, record) };
  });
  if (approve) settled(await approveReturn(automation, approve));
  const dueNow = async (tx: Transaction) =>
    isDue(tx, automation, await findReturnById(tx, automation, returnId));
  const due = approve ? await ctx.inShop(dueNow) : already;
  if (!due) return;
  const issued = await issueCredit(automation, due);
  if (!issued.ok && issued.error.code === "ScopesMissing") {
    await waitToIssue(automation, due.number, issued.error.scopes);
  } else settled(issued);
}

/**
 * Looks at every return for which the rules may still do something. A job gives up after hours; a pause, a missing
 * connection or Shopify's own trouble may last for days, and what waited meanwhile is found here. One that does not get
 * through keeps none behind it waiting. Throws in the end where one did not: looked at again, the others are done.
 */
export async function followPolicies(ctx: ShopContext): Promise<void> {
  if (ctx.shop.pausedAt) return;
  const failed: unknown[] = [];
  for (let after = nobody; ; ) {
    const ids = await waitingForRules(ctx, after);
    for (const id of ids) await followPolicy(ctx, id).catch((error) => failed.push(error));
    const last = ids.at(-1);
    if (!last || ids.length < page) break;
    after = last;
  }
  if (failed.length > 0) throw new AggregateError(failed, `Rules could not be followed for ${failed.length}`);
}

const undecidedOrOpen = ["requested", "approved", "in_transit", "received", "inspected"] as const;
const page = 200;
const nobody = "00000000-0000-0000-0000-000000000000";

async function waitingForRules(ctx: ShopContext, after: string): Promise<string[]> {
  const { returns } = tables;
  const rows = await ctx.inShop((tx) =>
    tx
      .select({ id: returns.id })
      .from(returns)
      .where(
        and(
          eq(returns.shopId, ctx.shop.id),
          gt(returns.id, after),
          eq(returns.creditState, "none"),
          inArray(returns.status, [...undecidedOrOpen]),
        ),
      )
      .orderBy(asc(returns.id))
      .limit(page),
  );
  return rows.map(({ id }) => id);
}

/** The request the rules let through, with the rule that did. A rule that holds it back is told once. */
async function mayBeApproved(tx: Transaction, ctx: ShopContext, record: ReturnRecord | undefined) {
  if (record?.status !== "requested" || record.differsMinor !== null) return null;
  const verdict = await judgement(tx, ctx, record);
  const { rule, name } = verdict;
  if (verdict.act === "approve") return { number: record.number, because: { rule, name } };
  if (rule !== "otherwise" && !(await hasHappened(tx, ctx, record.id, ["held"])))
    await tell(tx, ctx, record.id, "held", { rule, name });
  return null;
}

/** The return whose credit the policy issues by itself now. Money back the way it came is always a person's to send. */
async function isDue(
  tx: Transaction,
  ctx: ShopContext,
  record: ReturnRecord | undefined,
): Promise<{ number: number; seen: string } | null> {
  if (!record || !isOpen(record.status) || record.creditState !== "none") return null;
  if (record.resolution !== "store_credit" || record.issueWantedAt) return null;
  const { policy } = await policyVersion(tx, ctx, record.policyVersion);
  if (!(await hasCome(tx, ctx, record, policy))) return null;
  // Somebody may choose the money just now: what was looked at is issued, or nothing.
  return { number: record.number, seen: fingerprint(await quoteById(tx, ctx, record.quoteId)) };
}

/** The states in which a trigger that waits for the goods has come. */
const stages: Readonly<
  Record<"in_transit" | "on_delivery" | "on_receipt" | "after_inspection", readonly string[]>
> = {
  in_transit: ["in_transit", "received", "inspected"],
  on_delivery: ["received", "inspected"],
  on_receipt: ["received", "inspected"],
  after_inspection: ["inspected"],
};

/** Where the customer keeps the items nothing will arrive, so what waits for the goods comes with the approval. */
async function hasCome(
  tx: Transaction,
  ctx: ShopContext,
  { id, status }: ReturnRecord,
  { trigger, keepItemReasons }: Policy,
): Promise<boolean> {
  if (trigger === "by_hand") return false;
  const approvedHere = async () => !(await wasApprovedInShopify(tx, ctx, id));
  if (trigger === "on_approval" || trigger === "at_once") return approvedHere();
  if (stages[trigger].includes(status)) return true;
  const coming = (await linesOf(tx, ctx, id)).filter((line) => acceptedUnits(line) > 0);
  if (coming.every(({ reason }) => namesReason(keepItemReasons, reason))) return approvedHere();
  const delivered = async () =>
    (await parcelsOf(tx, ctx, id)).some(({ deliveredAt }) => deliveredAt !== null);
  return trigger === "on_delivery" && (await delivered());
}

/**
 * What staff approve in Shopify reaches us as a webhook, and no webhook moves money by itself (reliability 2.9): such a
 * return waits under "To issue" for somebody to press the button here.
 */
async function wasApprovedInShopify(tx: Transaction, ctx: ShopContext, returnId: string): Promise<boolean> {
  const { returnEvents } = tables;
  const [approved] = await tx
    .select({ by: sql<string>`${returnEvents.actor} ->> 'kind'` })
    .from(returnEvents)
    .where(
      and(
        eq(returnEvents.shopId, ctx.shop.id),
        eq(returnEvents.returnId, returnId),
        eq(returnEvents.kind, "approved"),
      ),
    )
    .orderBy(desc(returnEvents.id))
    .limit(1);
  return approved?.by === "shopify";
}

/** What another try may change brings the job back; everything else is on the return's page, for a person. */
function settled(done: Result<unknown, { readonly code: string }>): void {
  if (!done.ok && ["ShopifyUnreachable", "Disconnected", "ShopPaused"].includes(done.error.code))
    throw new Error(`The policy could not be followed yet: ${done.error.code}`);
}
