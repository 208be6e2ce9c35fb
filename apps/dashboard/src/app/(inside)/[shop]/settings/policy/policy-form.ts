import type { Policy } from "@kept/domain";
import { conditionsFrom, typedConditions } from "../rules/conditions-form.ts";
import {
  anyProducts,
  namesNothing,
  productsFrom,
  type TypedProducts,
  typedProducts,
} from "../rules/products-form.ts";
import { type Fields, wholeFrom, wordsFrom, wordsText } from "../rules/reading.ts";
import type { TypedRule } from "../rules/rule-list.tsx";
import { reasonsFrom, type TypedReason, typedReasons } from "./reasons-form.ts";

export interface TypedDays {
  readonly forever: boolean;
  readonly days: string;
}

export interface TypedProductWindow extends TypedDays {
  readonly id: string;
  readonly products: TypedProducts;
}

export interface TypedResolutionRule extends TypedRule {
  readonly without: "store_credit" | "original_payment";
}

export interface TypedPolicy {
  readonly window: TypedDays & { readonly from: Policy["window"]["from"]; readonly buffer: string };
  readonly productWindows: readonly TypedProductWindow[];
  readonly finalSale: TypedProducts;
  readonly blocked: { readonly orderTags: string; readonly customerTags: string; readonly emails: string };
  readonly blockedProducts: TypedProducts;
  readonly allowed: {
    readonly orderTags: string;
    readonly orderNames: string;
    readonly customerTags: string;
    readonly emails: string;
  };
  readonly reasons: readonly TypedReason[];
  readonly money: boolean;
  readonly resolutionRules: readonly TypedResolutionRule[];
}

export type ReadPolicy =
  | { readonly ok: true; readonly policy: Policy }
  | { readonly ok: false; readonly fields: Fields };

export const freshWindow: Omit<TypedProductWindow, "id"> = {
  forever: false,
  days: "14",
  products: anyProducts,
};

export function typedPolicy(policy: Policy, currency: string): TypedPolicy {
  const { window, blocked, allowed } = policy;
  return {
    window: { ...typedDays(window.days), from: window.from, buffer: String(window.bufferDays) },
    productWindows: window.products.map(({ products, days }, index) => ({
      ...typedDays(days),
      id: `window-${index}`,
      products: typedProducts(products),
    })),
    finalSale: typedProducts(policy.finalSale),
    blocked: {
      orderTags: wordsText(blocked.orderTags),
      customerTags: wordsText(blocked.customerTags),
      emails: wordsText(blocked.emails),
    },
    blockedProducts: typedProducts(blocked.products),
    allowed: {
      orderTags: wordsText(allowed.orderTags),
      orderNames: wordsText(allowed.orderNames),
      customerTags: wordsText(allowed.customerTags),
      emails: wordsText(allowed.emails),
    },
    reasons: typedReasons(policy.reasons),
    money: policy.originalPayment.enabled,
    resolutionRules: policy.resolutionRules.map(({ id, name, when, without }) => ({
      id,
      name,
      when: typedConditions(when, currency),
      without,
    })),
  };
}

export function readPolicy(typed: TypedPolicy, policy: Policy): ReadPolicy {
  const fields: Fields = {};
  const { window, blocked, allowed } = typed;
  const next: Policy = {
    ...policy,
    window: {
      from: window.from,
      days: daysFrom(window, "window", fields),
      bufferDays: wholeFrom(window.buffer, { at: "window.buffer", from: 0, to: 90, of: "days" }, fields),
      products: typed.productWindows.map((each, index) => {
        const at = `productWindows.${index}`;
        if (namesNothing(each.products))
          fields[`${at}.products`] = "Say which products, or remove this window.";
        return {
          products: productsFrom(each.products, `${at}.products`, fields),
          days: daysFrom(each, at, fields),
        };
      }),
    },
    finalSale: productsFrom(typed.finalSale, "finalSale", fields),
    blocked: {
      orderTags: wordsFrom(blocked.orderTags),
      customerTags: wordsFrom(blocked.customerTags),
      emails: emailsFrom(blocked.emails, "blocked.emails", fields),
      products: productsFrom(typed.blockedProducts, "blockedProducts", fields),
    },
    allowed: {
      orderTags: wordsFrom(allowed.orderTags),
      orderNames: wordsFrom(allowed.orderNames),
      customerTags: wordsFrom(allowed.customerTags),
      emails: emailsFrom(allowed.emails, "allowed.emails", fields),
    },
    reasons: reasonsFrom(typed.reasons, policy.reasons, fields),
    originalPayment: { ...policy.originalPayment, enabled: typed.money },
    resolutionRules: typed.resolutionRules.map((rule, index) => {
      const at = `resolutionRules.${index}`;
      if (rule.name.trim() === "")
        fields[`${at}.name`] = "Give the rule a name; it is shown wherever it decides.";
      const when = conditionsFrom(rule.when, `${at}.when`, fields);
      return { id: rule.id, name: rule.name.trim(), when, without: rule.without };
    }),
  };
  return Object.keys(fields).length > 0 ? { ok: false, fields } : { ok: true, policy: next };
}

function typedDays(days: number | null): TypedDays {
  return { forever: days === null, days: String(days ?? 30) };
}

function daysFrom({ forever, days }: TypedDays, at: string, fields: Fields): number | null {
  return forever ? null : wholeFrom(days, { at: `${at}.days`, from: 0, to: 3650, of: "days" }, fields);
}

function emailsFrom(text: string, at: string, fields: Fields): string[] {
  const emails = wordsFrom(text);
  const wrong = emails.find((email) => !/^\S+@\S+$/.test(email));
  if (wrong) fields[at] = `“${wrong.slice(0, 60)}” is no e-mail address.`;
  return emails;
}
