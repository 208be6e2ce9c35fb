import { inOneBreath, sql, type Transaction, tables } from "@kept/database";
import { isZero, toWire } from "@kept/money";
import { mayDo, type ShopContext } from "../context.ts";
import { followCredit } from "../ledger/follow-credit.ts";
import { expiresAt } from "../quote/expiry.ts";
import { fingerprint, type Quote } from "../quote/index.ts";
import { ok, type Result, refused } from "../result.ts";
import { type MirrorRefusal, mirrorReturn, withMirror } from "../return/mirror-return.ts";
import { changeReturn, findReturn, linesOf, lockReturn, quoteById, tell } from "../return/records.ts";
import { isOpen, type ReturnLineRecord, type ReturnRecord, type ReturnStatus } from "../return/return.ts";
import { goWithoutMirror } from "../return/without-mirror.ts";
import { connectionIn } from "../shop/check-shop.ts";
import { bonusRequestOf } from "./credit-account-method.ts";
import { type CreditView, creditView } from "./credit-view.ts";
import { waitToIssue } from "./issue-waiting.ts";
import { laneOf } from "./lane.ts";
import { issuanceName, legName } from "./names.ts";
import { frozen, methodOf, refundRequestOf, returnRequestOf } from "./requests.ts";
import { waitsForSecondPerson } from "./second-person.ts";

export type IssueRefusal =
  | MirrorRefusal
  | {
      readonly code:
        | "NotFound"
        | "NotAllowed"
        | "NothingToIssue"
        | "AmountChanged"
        | "NoCustomer"
        | "ShopPaused"
        /** Above the shop's limit: this person's yes is on record, another's is needed. */
        | "SecondPersonNeeded"
        /** Kept has to be installed in the shop again. */
        | "Disconnected"
        | "ShopifyUnreachable";
    }
  | { readonly code: "WrongState"; readonly status: ReturnStatus }
  | { readonly code: "NeedsDecision"; readonly attention: string }
  | { readonly code: "ScopesMissing"; readonly scopes: readonly string[] };

/**
 * Commits to giving what the quote promised: the issuance with its legs, named by what they are, so that there is one
 * however often and by whomever it is asked for. Nothing is sent here; the worker is poked in the same transaction.
 * Asking again answers the same credit. While a permission is missing the wish is kept, and goes out once it is granted.
 */
export async function issueCredit(
  ctx: ShopContext,
  input: {
    number: number;
    /** Go on although Shopify takes no return for it: its money is refunded on the order. */
    withoutReturn?: boolean;
    /** Fingerprint of the quote whose amount was seen: where another one is in force by now, nothing is given. */
    seen?: string | undefined;
  },
): Promise<Result<CreditView, IssueRefusal>> {
  if (!mayDo(ctx, "issue")) return refused("NotAllowed");
  const look = () =>
    ctx.inShop(async (tx) => {
      const record = await findReturn(tx, ctx, input.number);
      if (!record) return null;
      const [credit, changed, connection] = await inOneBreath([
        () => creditView(tx, ctx, record),
        () => changedSince(tx, ctx, record, input.seen),
        () => connectionIn(tx, ctx),
      ]);
      return { record, credit, changed, connection };
    });
  const before = await look();
  if (!before) return refused("NotFound");
  if (before.credit) return ok(before.credit);
  if (before.changed) return refused("AmountChanged");
  const overtaken = async () => Boolean((await look())?.credit);
  const obstacle = await obstacleTo(ctx, before, overtaken);
  if (!obstacle) return ctx.inShop((tx) => commitIssuance(tx, ctx, input, null));
  // Somebody else got through meanwhile: that is the answer, whatever stood in our way.
  const now = await look();
  if (now?.credit) return ok(now.credit);
  if (obstacle.code === "ScopesMissing") await waitToIssue(ctx, input.number, obstacle.scopes);
  if (obstacle.code !== "ReturnRefused" || !input.withoutReturn) return { ok: false, error: obstacle };
  return ctx.inShop((tx) => commitIssuance(tx, ctx, input, obstacle.reason));
}

/** A return as it stood when somebody asked, and what is known of the way to Shopify. */
interface Before {
  readonly record: ReturnRecord;
  readonly connection: Awaited<ReturnType<typeof connectionIn>>;
}

/** What stands in the way before anything is committed. Brings Shopify's return in step, because the base is its refund. */
async function obstacleTo(
  ctx: ShopContext,
  { record, connection }: Before,
  overtaken: () => Promise<boolean>,
): Promise<IssueRefusal | null> {
  if (!isOpen(record.status)) return { code: "WrongState", status: record.status };
  if (record.attention) return { code: "NeedsDecision", attention: record.attention };
  if (record.resolution === "store_credit" && !record.customerGid) return { code: "NoCustomer" };
  if (ctx.shop.pausedAt) return { code: "ShopPaused" };
  const { connected, scopesMissing } = connection;
  if (!connected) return { code: "Disconnected" };
  if (scopesMissing.length > 0) return { code: "ScopesMissing", scopes: scopesMissing };
  if (record.withoutMirror) return null;
  const mirrored = await withMirror(ctx, () => mirrorReturn(ctx, record.id, overtaken));
  if (!mirrored.ok) return mirrored.error;
  return mirrored.value ? null : { code: "ShopifyUnreachable" };
}

async function commitIssuance(
  tx: Transaction,
  ctx: ShopContext,
  { number, seen }: Parameters<typeof issueCredit>[1],
  refusedBecause: string | null,
): Promise<Result<CreditView, IssueRefusal>> {
  const found = await lockReturn(tx, ctx, number);
  if (!found) return refused("NotFound");
  const [known, quote, lines] = await inOneBreath([
    () => creditView(tx, ctx, found),
    () => quoteById(tx, ctx, found.quoteId),
    () => linesOf(tx, ctx, found.id),
  ]);
  if (known) return ok(known);
  if (!isOpen(found.status)) return refused("WrongState", { status: found.status });
  if (found.attention) return refused("NeedsDecision", { attention: found.attention });
  if (seen !== undefined && fingerprint(quote) !== seen) return refused("AmountChanged");
  if (refusedBecause) await goWithoutMirror(tx, ctx, found, refusedBecause);
  const record = { ...found, withoutMirror: found.withoutMirror ?? refusedBecause };
  if (isZero(quote.totals.total)) return refused("NothingToIssue");
  if (await waitsForSecondPerson(tx, ctx, record, quote.totals.total)) return refused("SecondPersonNeeded");
  if (methodOf(record) === "return_process" && lines.some((line) => !line.shopifyReturnLineGid))
    return refused("ShopifyUnreachable");

  const issuanceId = issuanceName(ctx.shop.id, record.id, 1);
  const issuance = {
    id: issuanceId,
    shopId: ctx.shop.id,
    returnId: record.id,
    quoteId: record.quoteId,
    destination: record.resolution,
    actor: ctx.actor,
  };
  const started = {
    base: toWire(quote.totals.base),
    bonus: toWire(quote.totals.bonus),
    destination: record.resolution,
  };
  const wanted = { creditState: "issuing" as const, issueWantedAt: null, issueWantedBy: null };
  const legs = await legsFor(tx, ctx, record, quote, lines, issuanceId);
  const [first] = legs;
  await inOneBreath([
    () => tx.insert(tables.issuances).values(issuance),
    () => tx.insert(tables.issuanceLegs).values(legs),
    () => changeReturn(tx, ctx, record.id, wanted),
    () => followCredit(tx, ctx, record.id),
    async () => first && ctx.enqueue(tx, "issue", first.id),
    () => tell(tx, ctx, record.id, "issuing_started", started),
  ]);
  const committed = await creditView(tx, ctx, record);
  if (!committed) throw new Error("An issuance was committed and is not there");
  return ok(committed);
}

/** Whether what is promised by now is something else than what somebody saw, who said so. */
async function changedSince(
  tx: Transaction,
  ctx: ShopContext,
  record: ReturnRecord,
  seen: string | undefined,
) {
  return seen !== undefined && fingerprint(await quoteById(tx, ctx, record.quoteId)) !== seen;
}

/** Base, then bonus, each frozen: the exact request, its hash, its amount. */
async function legsFor(
  tx: Transaction,
  ctx: ShopContext,
  record: ReturnRecord,
  quote: Quote,
  lines: readonly ReturnLineRecord[],
  issuanceId: string,
) {
  const owner =
    record.resolution === "store_credit" && record.customerGid ? record.customerGid : record.orderGid;
  const [now, laneId] = await inOneBreath([
    () => databaseNow(tx),
    () => laneOf(tx, ctx.shop.id, owner, record.currency),
  ]);
  const common = {
    shopId: ctx.shop.id,
    issuanceId,
    returnId: record.id,
    laneId,
    orderGid: record.orderGid,
    currency: record.currency,
    deadline: new Date(now.getTime() + ctx.tools.patience.settleMs),
  };
  const { base, bonus } = quote.totals;
  const expiry = expiresAt(quote, now);
  const baseLeg = isZero(base)
    ? []
    : [
        {
          ...common,
          id: legName(issuanceId, "base"),
          kind: "base" as const,
          method: methodOf(record),
          amountMinor: base.minor,
          expiresOn: dayOf(expiry.base),
          ...frozen(
            methodOf(record) === "return_process"
              ? returnRequestOf(record, quote, lines)
              : refundRequestOf(record, quote, lines),
          ),
        },
      ];
  if (isZero(bonus) || !record.customerGid || record.resolution !== "store_credit") return baseLeg;
  return [
    ...baseLeg,
    {
      ...common,
      id: legName(issuanceId, "bonus"),
      kind: "bonus" as const,
      method: "credit_account" as const,
      amountMinor: bonus.minor,
      expiresOn: dayOf(expiry.bonus),
      ...frozen(bonusRequestOf(record.customerGid, toWire(bonus))),
    },
  ];
}

function dayOf(instant: Date | null): string | null {
  return instant?.toISOString().slice(0, 10) ?? null;
}

/** Deadlines are the database's time: workers never compare their own clock with a stored one. */
async function databaseNow(tx: Transaction): Promise<Date> {
  const [row] = await tx.execute<{ now: string }>(sql`select clock_timestamp() as now`);
  return new Date(row?.now ?? Number.NaN);
}
