/**
 * "24 November 2027" in the reader's language. Expiry instants carry hidden seconds after noon UTC of their day, so
 * the day is told in UTC: the same day the quote names.
 */
export function formatDay(day: Date, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(day);
}
