import { z } from "zod";

/** What names a draft: nothing the database could not look up. */
export const Key = z.string().regex(/^[\w-]{1,64}$/);

/** Units, reason and note per line, from names like `quantity.<id>`. */
export const Choose = z.record(z.string(), z.string()).transform((typed) =>
  Object.keys(typed)
    .filter((name) => name.startsWith("quantity."))
    .map((name) => {
      const id = name.slice("quantity.".length);
      const note = typed[`note.${id}`]?.trim();
      return {
        fulfillmentLineItemId: id,
        quantity: Number(typed[name]),
        reason: typed[`reason.${id}`] ?? "",
        ...(note && { note }),
      };
    }),
);

/** A resolution with the fingerprint of what was shown for it, as one value. */
export const Create = z
  .object({
    offer: z.string().regex(/^(store_credit|original_payment) \S+$/),
    note: z.string().trim().max(1000).optional(),
    approve: z.literal("yes").optional(),
  })
  .transform(({ offer, note, approve }) => {
    const [resolution = "", fingerprint = ""] = offer.split(" ");
    return {
      resolution: resolution as "store_credit" | "original_payment",
      fingerprint,
      approve: approve === "yes",
      ...(note && { note }),
    };
  });
