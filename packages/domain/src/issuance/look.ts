import type { ShopContext } from "../context.ts";
import type { ShopAdmin } from "../shop/installation.ts";
import { creditAccountMethod } from "./credit-account-method.ts";
import { debitAccountMethod } from "./debit-account-method.ts";
import type { LegRow } from "./issuance.ts";
import type { LegRecord, Look, Method } from "./method.ts";
import { refundCreateMethod } from "./refund-create-method.ts";
import { returnProcessMethod } from "./return-process-method.ts";

/** How a leg is looked up and sent, as it was chosen when the leg was made. */
export function methodOf(leg: LegRow, admin: ShopAdmin): Method {
  switch (leg.method) {
    case "return_process":
      return returnProcessMethod;
    case "refund_create":
      return refundCreateMethod;
    case "credit_account":
      return creditAccountMethod(admin.apiVersion);
    case "debit_account":
      return debitAccountMethod(admin.apiVersion);
  }
}

/** Looks. What cannot be read is no evidence of anything. Whoever asks keeps what was seen of the account on the way. */
export async function lookAt(
  ctx: ShopContext,
  admin: ShopAdmin,
  method: Method,
  record: LegRecord,
): Promise<Look> {
  try {
    return await method.look(admin, record);
  } catch (error) {
    ctx.log.warn({ err: error, leg: record.leg.id }, "a leg could not be looked up");
    return { baseline: null, verdict: { kind: "no_evidence", why: "unreadable" } };
  }
}
