import { z } from "zod";

/** Accepted units per line and what was pressed, from names like `accepted.<line>`. */
export const Decide = z.record(z.string(), z.string()).transform((typed) => ({
  decisions: Object.entries(typed)
    .filter(([name]) => name.startsWith(accepted))
    .map(([name, units]) => {
      const lineId = name.slice(accepted.length);
      const reason = typed[`declineReason.${lineId}`]?.trim();
      return { lineId, accepted: Number(units), ...(reason && { declineReason: reason }) };
    }),
  issue: typed.act === "issue",
  acceptDifference: typed.acceptDifference === "yes",
  withoutReturn: typed.withoutReturn === "yes",
  seen: typed.seen || undefined,
}));

export const Issue = z.record(z.string(), z.string()).transform((typed) => ({
  withoutReturn: typed.withoutReturn === "yes",
  seen: typed.seen || undefined,
}));

const accepted = "accepted.";

export const reason = z
  .string()
  .trim()
  .min(1, "Say why, in a few words; it stays in the history.")
  .max(500, "Keep it under 500 characters.");

/** Units per line, from the browser. */
export const Accepted = z
  .record(z.string().max(64), z.int().min(0).max(100_000))
  .transform((units) => Object.entries(units).map(([lineId, accepted]) => ({ lineId, accepted })));

export const Decline = z.object({
  reason,
  note: optional(1000),
  seenAs: z.enum(["requested", "approved", "in_transit", "received", "inspected"]).optional(),
});

export const Override = z.object({ resolution: z.enum(["store_credit", "original_payment"]), reason });

export const GoOn = z.object({ reason });

export const Note = z.object({
  text: z.string().trim().min(1, "Write something first.").max(2000, "Keep it under 2,000 characters."),
});

const exits = ["this_is_it", "send_again", "do_not_pay"] as const;

export const Settle = z
  .object({
    legId: z.uuid(),
    exit: z.enum(exits, { error: "Choose what happened." }),
    transactionId: z.string().trim().max(200).optional(),
    reason,
  })
  .transform(({ legId, exit, transactionId, reason }, context) => {
    if (exit !== "this_is_it") return { legId, exit: { kind: exit }, reason };
    if (!transactionId) {
      context.addIssue({
        code: "custom",
        path: ["transactionId"],
        message: "Paste the transaction's id from Shopify.",
      });
      return z.NEVER;
    }
    return { legId, exit: { kind: exit, transactionId }, reason };
  });

export const Parcel = z.object({
  tracking: z.string().trim().min(1, "Type the carrier's number; it is on the label.").max(100),
  carrier: optional(60),
  url: z
    .union([z.literal(""), z.url({ protocol: /^https$/, error: "Begin with https://." }).max(500)])
    .optional()
    .transform((url) => url || undefined),
});

const dispositions = z.enum(["RESTOCKED", "NOT_RESTOCKED", "PROCESSING_REQUIRED", "MISSING"]);

/** What was found per line, from names like `received.<line>`. */
export const Inspect = z.record(z.string(), z.string()).transform((typed, context) => ({
  findings: Object.keys(typed)
    .filter((name) => name.startsWith("received."))
    .map((name) => {
      const lineId = name.slice("received.".length);
      const of = (field: string) => typed[`${field}.${lineId}`]?.trim() || undefined;
      const accepted = of("accepted");
      const disposition = dispositions.safeParse(of("disposition"));
      if (!disposition.success) {
        context.addIssue({ code: "custom", path: [name], message: "Choose where the items go." });
        return z.NEVER;
      }
      return {
        lineId,
        received: Number(of("received")),
        disposition: disposition.data,
        locationId: of("locationId"),
        note: of("note"),
        declineReason: of("declineReason"),
        ...(accepted !== undefined && { accepted: Number(accepted) }),
      };
    }),
  acceptDifference: typed.acceptDifference === "yes",
}));

/** The first thing wrong with each field, by its name. */
export function problemsOf(error: z.ZodError): Record<string, string> {
  const problems: Record<string, string> = {};
  for (const issue of error.issues) problems[issue.path.join(".")] ??= issue.message;
  return problems;
}

function optional(most: number) {
  return z
    .string()
    .trim()
    .max(most)
    .optional()
    .transform((text) => text || undefined);
}
