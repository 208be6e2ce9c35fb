import { quoteRequestSchema } from "@kept/domain";
import { z } from "zod";

const { orderId, lines, resolution } = quoteRequestSchema.shape;
const { lineItemId, quantity, reason } = lines.element.shape;

/** What a program sends: the domain's own schema, with what each field means, and Shopify's ids held to their form. */
export const quoteRequest = z
  .strictObject({
    orderId: orderId
      .regex(/^(gid:\/\/shopify\/Order\/)?\d{1,20}$/, "This must be a Shopify order id.")
      .describe("Shopify's id of the order: whole (`gid://shopify/Order/450789469`), or the number alone."),
    lines: z
      .array(
        z.strictObject({
          lineItemId: lineItemId
            .regex(/^(gid:\/\/shopify\/LineItem\/)?\d{1,20}$/, "This must be a Shopify line item id.")
            .describe("Shopify's id of the order's line, whole or the number alone. Each line at most once."),
          quantity: quantity.describe("How many units of the line come back."),
          reason: reason.describe(
            "The key of one of the reasons in the shop's policy (`damaged`), or of a sub-reason (`damaged/in_transit`). Bonuses and resolutions may depend on it.",
          ),
        }),
      )
      .min(1)
      .max(250)
      .describe("The units that come back."),
    resolution: resolution.describe("What the customer gets for them."),
  })
  .meta({ id: "QuoteRequest", description: "Which units of an order come back, and what for." });
