import { tables } from "@kept/database";
import type { ShopContext } from "../context.ts";
import { stopWaiting } from "../issuance/issue-waiting.ts";
import { allowed } from "../organization/roles.ts";
import { policyVersion } from "../policy/versions.ts";
import { ok, type Result, refused } from "../result.ts";
import { factsForCredit, promiseInTurn } from "./customer-facts.ts";
import { quoteFactsToJson } from "./quote-facts.ts";
import { changeReturn, linesOf, lockReturn, tell } from "./records.ts";
import { keepQuote, requote } from "./requote.ts";
import { acceptedUnits, isOpen, type ResolutionKind, type ReturnStatus } from "./return.ts";

export type OverrideRefusal =
  | { readonly code: "NotFound" | "NotAllowed" | "ReasonMissing" | "NoCustomer" | "NothingToQuote" }
  | { readonly code: "WrongState"; readonly status: ReturnStatus }
  | { readonly code: "AlreadyIssuing" };

/** Staff choose another resolution than the customer did; who and why stay on record (S22). Not once money is moving. */
export async function overrideResolution(
  ctx: ShopContext,
  input: { number: number; resolution: ResolutionKind; reason: string },
): Promise<Result<void, OverrideRefusal>> {
  if (!allowed(ctx.role, "decide")) return refused("NotAllowed");
  const reason = input.reason.trim().slice(0, 500);
  if (reason === "") return refused("ReasonMissing");
  return ctx.inShop(async (tx) => {
    const record = await lockReturn(tx, ctx, input.number);
    if (!record) return refused("NotFound");
    if (record.resolution === input.resolution) return ok(undefined);
    if (record.status !== "requested" && !isOpen(record.status)) {
      return refused("WrongState", { status: record.status });
    }
    if (record.creditState !== "none") return refused("AlreadyIssuing");
    if (input.resolution === "store_credit" && !record.customerGid) return refused("NoCustomer");
    const lines = await linesOf(tx, ctx, record.id);
    const chosen = lines.map((line) => ({ ...line, units: acceptedUnits(line) }));
    const { policy } = await policyVersion(tx, ctx, record.policyVersion);
    await promiseInTurn(tx, ctx);
    const facts = quoteFactsToJson(await factsForCredit(tx, ctx, record, policy));
    const quoteFacts = input.resolution === "store_credit" ? facts : record.quoteFacts;
    const made = await requote(tx, ctx, { ...record, quoteFacts }, chosen, input.resolution);
    if (!made) return refused("NothingToQuote");
    const quoteId = await keepQuote(tx, ctx.shop.id, record.id, made);
    await tx.insert(tables.resolutions).values({
      shopId: ctx.shop.id,
      returnId: record.id,
      quoteId,
      kind: input.resolution,
      actor: ctx.actor,
      reason,
    });
    await changeReturn(tx, ctx, record.id, {
      resolution: input.resolution,
      quoteId,
      quoteFacts,
      baseMinor: made.totals.base.minor,
      bonusMinor: made.totals.bonus.minor,
    });
    await tell(tx, ctx, record.id, "resolution_overridden", {
      from: record.resolution,
      to: input.resolution,
      reason,
    });
    await stopWaiting(tx, ctx, record, "AmountChanged");
    await ctx.enqueue(tx, "mirror", record.id);
    return ok(undefined);
  });
}
