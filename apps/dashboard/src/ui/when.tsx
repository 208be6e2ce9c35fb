import { locale } from "./amount.tsx";

/** How long ago; the exact moment, in the shop's time zone, stands in the tooltip. */
export function When({ at, timeZone, now = new Date() }: { at: Date; timeZone: string; now?: Date }) {
  return (
    <time dateTime={at.toISOString()} title={moment(at, timeZone)} className="figures whitespace-nowrap">
      {ago(at, now)}
    </time>
  );
}

export function moment(at: Date, timeZone: string): string {
  return formatter({ dateStyle: "medium", timeStyle: "short", timeZone }).format(at);
}

export function day(at: Date, timeZone: string): string {
  return formatter({ dateStyle: "medium", timeZone }).format(at);
}

/** A day of the shop's calendar, "2026-12-05", which is in no time zone any more. */
export function calendarDay(date: string): string {
  return day(new Date(date), "UTC");
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs a hundred times what using it costs; a list has a date in every row. */
function formatter(wish: Intl.DateTimeFormatOptions & { timeZone: string }): Intl.DateTimeFormat {
  const key = `${wish.timeZone} ${wish.timeStyle ?? ""}`;
  const made = formatters.get(key) ?? new Intl.DateTimeFormat(locale, wish);
  formatters.set(key, made);
  return made;
}

/** "just now", "5 minutes ago", "yesterday", "3 days ago", "2 months ago". */
export function ago(at: Date, now: Date): string {
  const seconds = Math.trunc((at.getTime() - now.getTime()) / 1000);
  const steps = [
    ["year", 31_536_000],
    ["month", 2_592_000],
    ["week", 604_800],
    ["day", 86_400],
    ["hour", 3_600],
    ["minute", 60],
  ] as const;
  for (const [unit, length] of steps) {
    const whole = Math.trunc(seconds / length);
    if (whole !== 0) return relative.format(whole, unit);
  }
  return "just now";
}

const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
