import { z } from "zod";
import type { Answer } from "../admin/answer.ts";
import { refusal } from "../refusals.ts";
import { returnRefusals } from "./return-refusals.ts";

/** Shopify's states of a return. */
export type ShopifyReturnStatus = "REQUESTED" | "OPEN" | "CLOSED" | "DECLINED" | "CANCELED";

/** A return right after a mutation. The status may be stale: Shopify can say OPEN here and CLOSED to the next question. */
export interface ReturnNow {
  readonly id: string;
  readonly status: ShopifyReturnStatus;
}

const payload = z.object({
  return: z
    .object({
      id: z.string().min(1),
      status: z.enum(["REQUESTED", "OPEN", "CLOSED", "DECLINED", "CANCELED"]),
    })
    .nullable(),
  userErrors: z.array(
    z.object({ code: z.string().nullish(), field: z.array(z.string()).nullable(), message: z.string() }),
  ),
});

/**
 * Judges the payload every return mutation has. Some of them answer the untouched return beside the errors, so only
 * the errors count there.
 */
export function judgeReturn(given: unknown, requestId: string | null): Answer<ReturnNow> {
  const read = payload.safeParse(given);
  if (!read.success) return { kind: "unknown", reason: "unreadable", requestId };
  const { userErrors } = read.data;
  const refused = refusal<ReturnNow>(userErrors, returnRefusals, { result: null, requestId });
  if (refused) return refused;
  if (!read.data.return) return { kind: "unknown", reason: "contradiction", requestId };
  return { kind: "done", value: read.data.return, requestId };
}
