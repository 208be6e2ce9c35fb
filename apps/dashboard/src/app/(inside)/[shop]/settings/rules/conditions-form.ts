import type { ConditionName, Conditions } from "@kept/domain";
import {
  anyProducts,
  namesNothing,
  productsFrom,
  type TypedProducts,
  typedProducts,
} from "./products-form.ts";
import { amountsFrom, type Fields, wholeFrom, wordsFrom, wordsText } from "./reading.ts";

type Amounts = Readonly<Record<string, string>>;

/** When a rule holds, as it is typed. A condition that is not there is not asked for. */
export interface TypedConditions {
  readonly reasons?: readonly string[] | undefined;
  readonly products?: TypedProducts | undefined;
  readonly customerTags?: string | undefined;
  readonly segments?: readonly string[] | undefined;
  readonly orderTags?: string | undefined;
  readonly countries?: string | undefined;
  readonly orderValue?: { readonly from: Amounts; readonly to: Amounts } | undefined;
  readonly returnValue?: { readonly from: Amounts; readonly to: Amounts } | undefined;
  readonly between?: { readonly from: string; readonly to: string } | undefined;
  readonly firstReturn?: "yes" | "no" | undefined;
  readonly returnsBefore?: { readonly from: string; readonly to: string } | undefined;
  readonly switched?: "yes" | "no" | undefined;
  readonly photos?: "yes" | "no" | undefined;
}

/** A condition as it stands when it was just added. */
export function freshCondition(name: ConditionName, currency: string): TypedConditions {
  const range = { from: { [currency]: "" }, to: { [currency]: "" } };
  const fresh: Required<TypedConditions> = {
    reasons: [],
    products: anyProducts,
    customerTags: "",
    segments: [],
    orderTags: "",
    countries: "",
    orderValue: range,
    returnValue: range,
    between: { from: "", to: "" },
    firstReturn: "yes",
    returnsBefore: { from: "", to: "" },
    switched: "yes",
    photos: "yes",
  };
  return { [name]: fresh[name] };
}

export function typedConditions(when: Conditions, currency: string): TypedConditions {
  const range = (of: Conditions["orderValue"]) =>
    of && { from: { [currency]: "", ...of.from }, to: { [currency]: "", ...of.to } };
  const yes = (value: boolean | undefined) => (value === undefined ? undefined : value ? "yes" : "no");
  const words = (list: string[] | undefined) => list && wordsText(list);
  const typed: TypedConditions = {
    reasons: when.reasons,
    products: when.products && typedProducts(when.products),
    customerTags: words(when.customerTags),
    segments: when.segments,
    orderTags: words(when.orderTags),
    countries: words(when.countries),
    orderValue: range(when.orderValue),
    returnValue: range(when.returnValue),
    between: when.between && { from: when.between.from ?? "", to: when.between.to ?? "" },
    firstReturn: yes(when.firstReturn),
    returnsBefore: when.returnsBefore && {
      from: String(when.returnsBefore.from ?? ""),
      to: String(when.returnsBefore.to ?? ""),
    },
    switched: yes(when.switched),
    photos: yes(when.photos),
  };
  return Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined));
}

/** Reads the conditions of a rule; mistakes are named under `at`: "approvalRules.0.when.countries". */
export function conditionsFrom(typed: TypedConditions, at: string, fields: Fields): Conditions {
  const conditions: Conditions = {
    reasons: typed.reasons && some([...typed.reasons], "reasons"),
    products: typed.products && productsIn(typed.products),
    customerTags: wordsIn("customerTags"),
    segments: typed.segments && some([...typed.segments], "segments"),
    orderTags: wordsIn("orderTags"),
    countries: countriesIn(),
    orderValue: rangeIn("orderValue"),
    returnValue: rangeIn("returnValue"),
    between: typed.between && daysIn(typed.between),
    firstReturn: typed.firstReturn && typed.firstReturn === "yes",
    returnsBefore: typed.returnsBefore && countIn(typed.returnsBefore),
    switched: typed.switched && typed.switched === "yes",
    photos: typed.photos && typed.photos === "yes",
  };
  return Object.fromEntries(Object.entries(conditions).filter(([, value]) => value !== undefined));

  function some(list: string[], name: ConditionName): string[] {
    if (list.length === 0) fields[`${at}.${name}`] = "Say which, or remove this condition.";
    return list;
  }
  function wordsIn(name: "customerTags" | "orderTags"): string[] | undefined {
    const text = typed[name];
    return text === undefined ? undefined : some(wordsFrom(text), name);
  }
  function countriesIn(): string[] | undefined {
    if (typed.countries === undefined) return undefined;
    const codes = some(wordsFrom(typed.countries.toUpperCase()), "countries");
    if (codes.some((code) => !/^[A-Z]{2}$/.test(code)))
      fields[`${at}.countries`] = "Type countries as two letters: US, DE, JP.";
    return codes;
  }
  function productsIn(products: TypedProducts) {
    if (namesNothing(products)) fields[`${at}.products`] = "Say which, or remove this condition.";
    return productsFrom(products, `${at}.products`, fields);
  }
  function rangeIn(name: "orderValue" | "returnValue") {
    const range = typed[name];
    if (!range) return undefined;
    const from = amountsFrom(`${at}.${name}.from`, range.from, fields);
    const to = amountsFrom(`${at}.${name}.to`, range.to, fields);
    const typedNothing = [...Object.values(range.from), ...Object.values(range.to)].every(
      (text) => text.trim() === "",
    );
    if (typedNothing) fields[`${at}.${name}`] = "Type an amount, or remove this condition.";
    return { ...(Object.keys(from).length > 0 && { from }), ...(Object.keys(to).length > 0 && { to }) };
  }
  function daysIn({ from, to }: { from: string; to: string }) {
    if (!from && !to) fields[`${at}.between`] = "Choose a first or a last day, or remove this condition.";
    if (from && to && from > to) fields[`${at}.between`] = "The last day is before the first.";
    return { ...(from && { from }), ...(to && { to }) };
  }
  function countIn({ from, to }: { from: string; to: string }) {
    const number = (text: string, end: "from" | "to") =>
      text.trim() === ""
        ? undefined
        : wholeFrom(text, { at: `${at}.returnsBefore.${end}`, from: 0, to: 999, of: "returns" }, fields);
    const [least, most] = [number(from, "from"), number(to, "to")];
    if (least === undefined && most === undefined)
      fields[`${at}.returnsBefore`] = "Type a number, or remove this condition.";
    return { ...(least !== undefined && { from: least }), ...(most !== undefined && { to: most }) };
  }
}
