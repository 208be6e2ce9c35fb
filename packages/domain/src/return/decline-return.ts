import { mayDo, type ShopContext } from "../context.ts";
import { oweLetter } from "../notification/owe-letter.ts";
import { ok, type Result, refused } from "../result.ts";
import { written } from "../written.ts";
import { changeReturn, lockReturn, tell } from "./records.ts";
import { isOpen, type ReturnStatus } from "./return.ts";

export type DeclineRefusal =
  | { readonly code: "NotFound" | "NotAllowed" | "ReasonMissing" | "AlreadyIssuing" }
  | { readonly code: "WrongState"; readonly status: ReturnStatus };

/**
 * Says no, with a reason the customer will read: to a request, and to what turned out otherwise when the parcel was
 * opened, as long as no money is moving. Declining again answers the same. `seenAs` is where the return stood when it was
 * looked at: who says no to a request does not undo the yes a colleague gave meanwhile.
 */
export async function declineReturn(
  ctx: ShopContext,
  input: { number: number; reason: string; note?: string | undefined; seenAs?: ReturnStatus | undefined },
): Promise<Result<void, DeclineRefusal>> {
  if (!mayDo(ctx, "decide")) return refused("NotAllowed");
  const reason = written(input.reason).slice(0, 500);
  if (reason === "") return refused("ReasonMissing");
  return ctx.inShop(async (tx) => {
    const record = await lockReturn(tx, ctx, input.number);
    if (!record) return refused("NotFound");
    if (record.status === "declined") return ok(undefined);
    const open = record.status === "requested" || isOpen(record.status);
    if (!open || (input.seenAs && record.status !== input.seenAs))
      return refused("WrongState", { status: record.status });
    if (record.creditState !== "none") return refused("AlreadyIssuing");
    await changeReturn(tx, ctx, record.id, { status: "declined", issueWantedAt: null, issueWantedBy: null });
    await tell(tx, ctx, record.id, "declined", { reason, note: written(input.note ?? "") || null });
    await oweLetter(tx, ctx, record, "return_declined", {
      dedupeKey: `return_declined/${record.id}`,
      facts: { reason },
    });
    await ctx.enqueue(tx, "mirror", record.id);
    return ok(undefined);
  });
}
