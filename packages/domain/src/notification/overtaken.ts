import type { LetterKind } from "@kept/email";
import type { ReturnRecord } from "../return/return.ts";

/**
 * Whether a later letter says all of this one already: a return that was approved before its receipt could be
 * confirmed needs no "we have it", one whose credit is there no "we write again". Never two letters for one event.
 */
export function isOvertaken(
  kind: LetterKind,
  { status, creditState, resolution }: Pick<ReturnRecord, "status" | "creditState" | "resolution">,
): boolean {
  if (kind === "return_received") return status !== "requested";
  if (kind === "return_approved") return resolution === "store_credit" && creditState === "issued";
  return false;
}
