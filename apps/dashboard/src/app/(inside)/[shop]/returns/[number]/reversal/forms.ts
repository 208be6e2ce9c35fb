import { fromDecimal } from "@kept/money";
import { z } from "zod";
import { reason } from "../forms.ts";

/** Units per line, from the browser; null stands for everything. */
export const Units = z
  .record(z.string().max(64), z.int().min(0).max(100_000))
  .nullable()
  .transform((units) =>
    units === null ? ("all" as const) : Object.entries(units).map(([lineId, n]) => ({ lineId, units: n })),
  );

/** Units from names like `units.<line>`, and the sum the person confirmed. */
export const Reverse = z
  .looseObject({ reason, amount: z.string().regex(/^\d{1,12}(\.\d{1,4})?$/), currency: z.string().length(3) })
  .transform(({ reason, amount, currency, ...rest }) => ({
    reason,
    total: fromDecimal(amount, currency),
    units: Object.entries(rest)
      .filter(([name]) => name.startsWith("units."))
      .map(([name, n]) => ({ lineId: name.slice("units.".length), units: Number(n) })),
  }));

export const Repay = z.object({ reason });
