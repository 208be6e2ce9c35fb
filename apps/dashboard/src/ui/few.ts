import { locale } from "./amount.tsx";

/** How many, to a number beyond which nobody counts along: "12", "1,000+". */
export function few(count: number, most: number): string {
  return count > most ? `${written.format(most)}+` : written.format(count);
}

/** How many wait anywhere else, as navigation says it: enough to know where to look. */
export const mostWaiting = 99;

const written = new Intl.NumberFormat(locale);
