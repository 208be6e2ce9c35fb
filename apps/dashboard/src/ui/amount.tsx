import { formatMoney, type Money } from "@kept/money";
import { classes } from "./classes.ts";

/** The language the dashboard speaks; amounts and dates are written in it. */
export const locale = "en-US";

/** An amount with its currency, in figures that line up. */
export function Amount({ of, className }: { of: Money; className?: string }) {
  return <span className={classes("figures whitespace-nowrap", className)}>{written(of)}</span>;
}

export function written(amount: Money): string {
  return formatMoney(amount, locale);
}
