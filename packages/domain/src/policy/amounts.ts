import { currency, fromDecimal, type Money } from "@kept/money";
import { z } from "zod";

/** One amount per currency, as decimals: `{ USD: "5.00", JPY: "700" }`. A currency that is missing has no amount. */
export type Amounts = Readonly<Record<string, string>>;

export const amountsSchema: z.ZodType<Amounts> = z
  .record(z.string(), z.string())
  .superRefine((amounts, context) => {
    for (const [code, decimal] of Object.entries(amounts)) {
      const problem = problemOf(code, decimal);
      if (problem) context.addIssue({ code: "custom", path: [code], message: problem });
    }
  });

/** The amount in a currency, or null when the shop named none. Throws a RangeError for what the schema refuses. */
export function amountIn(amounts: Amounts, code: string): Money | null {
  const decimal = amounts[code];
  return decimal === undefined ? null : fromDecimal(decimal, code);
}

function problemOf(code: string, decimal: string): string | null {
  try {
    return fromDecimal(decimal, currency(code)).minor < 0n ? `${decimal} is below zero` : null;
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
}
