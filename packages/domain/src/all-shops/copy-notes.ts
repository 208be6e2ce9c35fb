import type { Policy } from "../policy/index.ts";
import { keysOf, type PolicySection } from "../policy/sections.ts";
import type { Shop } from "../shop/shop.ts";
import { type CopySection, rulesAmong, type SettingsChange, type ShopSettings } from "./shop-settings.ts";

/** Something that is not copied, or is copied as it is and will not do in the target what it does in the source. */
export type CopyNote =
  /** Amounts that name no sum in the target's currency: there they stand for nothing. */
  | {
      readonly kind: "no_amount";
      readonly path: string;
      readonly currency: string;
      readonly has: readonly string[];
    }
  /** Products or collections by Shopify's ids, which are another shop's. */
  | { readonly kind: "foreign_products"; readonly path: string }
  /** A reason that the target's list does not have, because the list itself is not copied. */
  | { readonly kind: "unknown_reason"; readonly path: string; readonly reason: string }
  /** A text that says the name of the shop it comes from. */
  | { readonly kind: "names_source"; readonly path: string; readonly source: string }
  /** The source has a logo, which is its own. */
  | { readonly kind: "logo_stays"; readonly path: "branding.logoUrl" }
  /** The source has its customers' answers sent to an address, which is its own. */
  | { readonly kind: "reply_to_stays"; readonly path: "emails.replyTo" };

interface CopySide {
  readonly settings: ShopSettings;
  readonly shop: Pick<Shop, "name" | "currency" | "replyTo">;
}

/** What to know before these sections of one shop stand in another. `changes` are what copying them would change. Pure. */
export function copyNotes(
  from: CopySide,
  into: CopySide,
  { sections, changes }: { sections: readonly CopySection[]; changes: readonly SettingsChange[] },
): CopyNote[] {
  const target = { policy: into.settings.rules.policy, currency: into.shop.currency };
  const notes = ruleNotes(from.settings.rules.policy, target, rulesAmong(sections));
  for (const { path, after } of changes)
    if (typeof after === "string" && after.includes(from.shop.name))
      notes.push({ kind: "names_source", path, source: from.shop.name });
  if (sections.includes("branding") && from.settings.brand.logoUrl)
    notes.push({ kind: "logo_stays", path: "branding.logoUrl" });
  if (sections.includes("emails") && from.shop.replyTo)
    notes.push({ kind: "reply_to_stays", path: "emails.replyTo" });
  return notes;
}

/** What to know before these sections of a policy stand in a shop of that currency. Pure. */
export function ruleNotes(
  from: Policy,
  into: { readonly policy: Policy; readonly currency: string },
  sections: readonly PolicySection[],
): CopyNote[] {
  const copied = sections.flatMap(keysOf);
  const reasons = copied.includes("reasons") ? from.reasons : into.policy.reasons;
  const known = new Set(
    reasons.flatMap(({ key, subReasons }) => [key, ...subReasons.map((sub) => `${key}/${sub.key}`)]),
  );
  return copied.flatMap((key) => notesIn(key, from[key], { currency: into.currency, known }));
}

interface Target {
  readonly currency: string;
  readonly known: ReadonlySet<string>;
}

function notesIn(path: string, value: unknown, target: Target): CopyNote[] {
  if (isAmounts(value)) {
    const has = Object.keys(value);
    return has.includes(target.currency) ? [] : [{ kind: "no_amount", path, currency: target.currency, has }];
  }
  if (Array.isArray(value) && value.length > 0) {
    if (/(collectionIds|productIds)$/.test(path)) return [{ kind: "foreign_products", path }];
    if (/(^keepItemReasons|exceptReasons|when\.reasons)$/.test(path))
      return value
        .filter((reason) => typeof reason === "string" && !target.known.has(reason))
        .map((reason) => ({ kind: "unknown_reason", path, reason }));
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => notesIn(`${path}.${key}`, part, target));
}

/** A table of amounts is what has nothing but currencies for keys and decimals for values; an empty one says nothing. */
function isAmounts(value: unknown): value is Readonly<Record<string, string>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const entries = Object.entries(value);
  return (
    entries.length > 0 &&
    entries.every(
      ([key, amount]) => /^[A-Z]{3}$/.test(key) && typeof amount === "string" && /^\d/.test(amount),
    )
  );
}
