import { and, eq, type Transaction, tables } from "@kept/database";
import type { Money } from "@kept/money";
import type { Disposition } from "@kept/shopify";
import { mayDo, type ShopContext } from "../context.ts";
import { stopWaiting } from "../issuance/issue-waiting.ts";
import { ok, type Result, refused } from "../result.ts";
import { asChosen, type DecidedLine, decideLines, keepDecisions } from "./line-decisions.ts";
import { type MirrorRefusal, withMirror } from "./mirror-return.ts";
import { hasHappened } from "./parcels.ts";
import { changeReturn, findReturn, linesOf, lockReturn, tell } from "./records.ts";
import { keepQuote, requote } from "./requote.ts";
import {
  acceptedUnits,
  isOpen,
  type ReturnLineRecord,
  type ReturnRecord,
  type ReturnStatus,
} from "./return.ts";
import { differenceWithShopify } from "./shopifys-figure.ts";

/** What was found in the parcel for one line, and where it goes. */
export interface LineFinding {
  readonly lineId: string;
  /** Units that arrived. */
  readonly received: number;
  readonly disposition: Disposition;
  /** Where they are put on the shelf again; needed for RESTOCKED. */
  readonly locationId?: string | undefined;
  readonly note?: string | undefined;
  /** Fewer than were accepted before: those are paid for. Only while nothing was issued. */
  readonly accepted?: number | undefined;
  readonly declineReason?: string | undefined;
}

export type InspectRefusal =
  | { readonly code: "NotFound" | "NotAllowed" | "NothingAccepted" | "AlreadyIssuing" }
  | MirrorRefusal
  | { readonly code: "WrongState"; readonly status: ReturnStatus }
  | {
      readonly code: "InvalidDecision" | "InvalidFinding" | "LocationMissing" | "NothingFound";
      readonly lineId: string;
    }
  | { readonly code: "Differs"; readonly ours: Money; readonly shopify: Money };

/**
 * What was found when the parcel was opened, line by line. Where fewer units are accepted than before, the quote in
 * force becomes the one for those, as at approval. Where the units go is written into Shopify afterwards. Once.
 */
export async function inspectReturn(
  ctx: ShopContext,
  input: { number: number; findings: readonly LineFinding[]; acceptDifference?: boolean },
): Promise<Result<{ status: ReturnStatus }, InspectRefusal>> {
  if (!mayDo(ctx, "decide")) return refused("NotAllowed");
  const found = await ctx.inShop(async (tx) => {
    const record = await findReturn(tx, ctx, input.number);
    return record && { record, lines: await linesOf(tx, ctx, record.id) };
  });
  if (!found) return refused("NotFound");
  const obstacle = obstacleTo(found.record);
  if (obstacle) return obstacle;
  const { lines, record } = found;
  const wrong = nothingIn(input.findings, lines) ?? firstProblem(input.findings, lines);
  if (wrong) return wrong;
  const decisions = input.findings.flatMap(({ lineId, accepted, declineReason }) =>
    accepted === undefined ? [] : [{ lineId, accepted, declineReason }],
  );
  const decided = decideLines(lines, decisions);
  if (!decided.ok) return decided;
  const reduced = isReduced(lines, decided.value.lines);
  if (reduced && record.creditState !== "none") return refused("AlreadyIssuing");
  if (decided.value.lines.every(({ accepted }) => accepted === 0)) return refused("NothingAccepted");
  if (reduced && !input.acceptDifference) {
    const difference = await withMirror(ctx, () => differenceWithShopify(ctx, record, decided.value.lines));
    if (!difference.ok) return difference;
    if (difference.value) return refused("Differs", difference.value);
  }
  return ctx.inShop((tx) => commit(tx, ctx, input.number, decided.value.lines, input.findings, reduced));
}

function obstacleTo({ status }: ReturnRecord) {
  return isOpen(status) || status === "resolved" ? null : refused("WrongState", { status });
}

/** An inspection that says nothing of any item is none: beside the first one is said what is missing. */
function nothingIn(findings: readonly LineFinding[], lines: readonly ReturnLineRecord[]) {
  const first = lines.find((line) => acceptedUnits(line) > 0);
  return findings.length === 0 && first ? refused("NothingFound", { lineId: first.id }) : null;
}

function firstProblem(findings: readonly LineFinding[], lines: readonly ReturnLineRecord[]) {
  return findings.map((finding) => problemOf(finding, lines)).find((problem) => problem !== null) ?? null;
}

function problemOf(finding: LineFinding, lines: readonly ReturnLineRecord[]) {
  const { lineId, received, disposition, locationId } = finding;
  const line = lines.find(({ id }) => id === lineId);
  if (!line || !Number.isInteger(received) || received < 0 || received > line.quantity)
    return refused("InvalidFinding", { lineId });
  if ((finding.accepted ?? 0) > acceptedUnits(line)) return refused("InvalidDecision", { lineId });
  if (disposition === "RESTOCKED" && received > 0 && !locationId)
    return refused("LocationMissing", { lineId });
  return null;
}

function isReduced(before: readonly ReturnLineRecord[], after: readonly DecidedLine[]): boolean {
  return after.some((line, index) => {
    const was = before[index];
    return was !== undefined && line.accepted < acceptedUnits(was);
  });
}

async function commit(
  tx: Transaction,
  ctx: ShopContext,
  number: number,
  lines: readonly DecidedLine[],
  findings: readonly LineFinding[],
  reduced: boolean,
) {
  const record = await lockReturn(tx, ctx, number);
  if (!record) return refused("NotFound");
  const obstacle = obstacleTo(record);
  if (obstacle) return obstacle;
  const { status } = record;
  if (await hasHappened(tx, ctx, record.id, ["inspected"])) return ok({ status });
  if (reduced && record.creditState !== "none") return refused("AlreadyIssuing");
  for (const finding of findings) await keepFinding(tx, ctx, finding);
  const next = status === "resolved" ? status : ("inspected" as const);
  const change = reduced ? await lessThanBefore(tx, ctx, record, lines) : {};
  if (!change) return refused("NothingAccepted");
  await changeReturn(tx, ctx, record.id, { status: next, ...change });
  await tell(tx, ctx, record.id, "inspected", {
    findings: findings.map(({ lineId, received, disposition, note }) => ({
      lineId,
      received,
      disposition,
      note,
    })),
    ...(reduced && {
      before: (record.baseMinor + record.bonusMinor).toString(),
      total: ((change.baseMinor ?? 0n) + (change.bonusMinor ?? 0n)).toString(),
    }),
  });
  if (reduced) await stopWaiting(tx, ctx, record, "AmountChanged");
  await ctx.enqueue(tx, "mirror", record.id);
  return ok({ status: next });
}

/** The quote for what is left of it, from the same policy version and the same facts. */
async function lessThanBefore(
  tx: Transaction,
  ctx: ShopContext,
  record: ReturnRecord,
  lines: readonly DecidedLine[],
): Promise<Partial<ReturnRecord> | null> {
  await keepDecisions(tx, ctx, lines);
  const quote = await requote(tx, ctx, record, lines.map(asChosen));
  if (!quote) return null;
  const { base, bonus } = quote.totals;
  const quoteId = await keepQuote(tx, ctx.shop.id, record.id, quote);
  return { quoteId, baseMinor: base.minor, bonusMinor: bonus.minor, differsMinor: null };
}

async function keepFinding(tx: Transaction, ctx: ShopContext, finding: LineFinding): Promise<void> {
  const { lineId, received, disposition, locationId, note } = finding;
  await tx
    .update(tables.returnLines)
    .set({
      received,
      disposition,
      restockLocationGid: disposition === "RESTOCKED" ? (locationId ?? null) : null,
      inspectionNote: note?.trim().slice(0, 500) || null,
    })
    .where(and(eq(tables.returnLines.shopId, ctx.shop.id), eq(tables.returnLines.id, lineId)));
}
