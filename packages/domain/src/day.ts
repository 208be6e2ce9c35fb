/** The day it is at an instant in a time zone: "2026-11-28". */
export function dayIn(timeZone: string, at: Date): string {
  return formatter(timeZone).format(at);
}

/** The day so many days after a day, or before it: counted in days, because not every day has 24 hours. */
export function daysAfter(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs a hundred times what using it costs; an export has days in every line. */
function formatter(timeZone: string): Intl.DateTimeFormat {
  const made = formatters.get(timeZone) ?? new Intl.DateTimeFormat("en-CA", { dateStyle: "short", timeZone });
  formatters.set(timeZone, made);
  return made;
}
