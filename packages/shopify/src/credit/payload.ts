import { z } from "zod";

/** An amount as Shopify writes it. */
export const moneyV2 = z.object({ amount: z.string(), currencyCode: z.string() });

/** How store credit mutations say no. */
export const userErrors = z.array(
  z.object({ code: z.string().nullish(), field: z.array(z.string()).nullable(), message: z.string() }),
);
