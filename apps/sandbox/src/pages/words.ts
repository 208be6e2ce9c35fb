import { digitsOf, printExact } from "../money/amount.ts";
import type { World } from "../world/world.ts";
import { type Html, html } from "./html.ts";

/** "$20.00", "¥8,800", "KWD 25.790": with all the decimals the currency has. */
export function moneyText(minor: bigint, currency: string): string {
  const digits = digitsOf(currency);
  const format = new Intl.NumberFormat("en-US", {
    style: "currency",
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return format.format(printExact(minor, currency) as Intl.StringNumericLiteral).replace("-", "−");
}

export function money(minor: bigint, currency: string): Html {
  return html`<span class="money">${moneyText(minor, currency)}</span>`;
}

/** "9 days ago", with the exact time in the shop's time zone when one points at it. */
export function when(at: string, world: World, timeZone = "UTC"): Html {
  return html`<time datetime="${at}" title="${exactly(at, timeZone)}">${relative(Date.parse(at) - world.now().getTime())}</time>`;
}

export function exactly(at: string, timeZone = "UTC"): string {
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone }).format(
    new Date(at),
  );
}

export function day(at: string, timeZone = "UTC"): string {
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone }).format(new Date(at));
}

const words = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

function relative(distanceMs: number): string {
  const minutes = Math.trunc(distanceMs / 60_000);
  if (minutes === 0) return "just now";
  if (Math.abs(minutes) < 60) return words.format(minutes, "minute");
  const hours = Math.trunc(minutes / 60);
  if (Math.abs(hours) < 24) return words.format(hours, "hour");
  return words.format(Math.trunc(hours / 24), "day");
}

/** "PARTIALLY_REFUNDED" → "Partially refunded". */
export function spoken(constant: string): string {
  const text = constant.replaceAll("_", " ").toLowerCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The last four digits, by which an account is recognised on both sides. */
export function ending(id: number): string {
  return `··${String(id).slice(-4)}`;
}

export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
