import type { ShopContext } from "../context.ts";

/** The day it is then where the shop is: "2026-11-28". */
export function shopDay({ shop }: Pick<ShopContext, "shop">, at: Date): string {
  return formatter(shop.timeZone).format(at);
}

/** The day so many days before a day: counted in days, because not every day has 24 hours. */
export function daysBefore(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() - days);
  return at.toISOString().slice(0, 10);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs a hundred times what using it costs; an export has days in every line. */
function formatter(timeZone: string): Intl.DateTimeFormat {
  const made = formatters.get(timeZone) ?? new Intl.DateTimeFormat("en-CA", { dateStyle: "short", timeZone });
  formatters.set(timeZone, made);
  return made;
}
