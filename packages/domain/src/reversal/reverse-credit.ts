import type { Transaction } from "@kept/database";
import { equal, isZero, type Money } from "@kept/money";
import type { ShopContext } from "../context.ts";
import { ok, type Result, refused } from "../result.ts";
import { lockReturn } from "../return/records.ts";
import { decideToTake } from "./decide-to-take.ts";
import {
  type Facts,
  factsOf,
  obstacleTo,
  type PreviewRefusal,
  type ReversalPreview,
  readForReversal,
  type UnitsWanted,
} from "./preview-reversal.ts";

export type ReverseRefusal =
  | PreviewRefusal
  | { readonly code: "ReasonMissing" | "NothingUnspent" }
  /** The customer has spent meanwhile, or somebody else took back: what was confirmed is not what would happen. */
  | { readonly code: "FiguresChanged"; readonly total: Money };

/**
 * Takes credit back, as it was previewed: one debit on the customer's account, the bonus first, never more than is
 * unspent of this very credit. What was spent stays spent and is written down as the shortfall. Committed before it is
 * sent, like everything that moves money; `total` is what the person confirmed, and nothing else is done.
 */
export async function reverseCredit(
  ctx: ShopContext,
  input: { number: number; units: UnitsWanted | "all"; total: Money; reason: string },
): Promise<Result<ReversalPreview, ReverseRefusal>> {
  const reason = input.reason.trim().slice(0, 500);
  if (reason === "") return refused("ReasonMissing");
  const read = await readForReversal(ctx, input);
  if (!read.ok) return read;
  const { preview, facts, accountGid } = read.value;
  if (isZero(preview.total)) return refused("NothingUnspent");
  if (!equal(preview.total, input.total)) return refused("FiguresChanged", { total: preview.total });
  return ctx.inShop((tx) => commit(tx, ctx, facts, preview, { accountGid, reason }));
}

async function commit(
  tx: Transaction,
  ctx: ShopContext,
  seen: Facts,
  preview: ReversalPreview,
  { accountGid, reason }: { accountGid: string; reason: string },
): Promise<Result<ReversalPreview, ReverseRefusal>> {
  await lockReturn(tx, ctx, seen.record.number);
  const facts = await factsOf(tx, ctx, seen.record.number);
  if (!facts) return refused("NotFound");
  const obstacle = obstacleTo(facts);
  if (obstacle) return refused(obstacle);
  // Somebody else's reversal came between the reading and this lock: what was read is no basis any more.
  if (facts.made.length !== seen.made.length) return refused("FiguresChanged", { total: preview.total });
  const { record, legs, made } = facts;
  const [base] = legs;
  if (!base) return refused("NothingIssued");
  await decideToTake(tx, ctx, base, {
    ...preview,
    ordinal: made.length + 1,
    lines: preview.lines.flatMap(({ lineId, units }) => (units > 0 ? [{ lineId, units }] : [])),
    customerGid: record.customerGid ?? "",
    accountGid,
    reason,
  });
  return ok(preview);
}
