import type { Policy } from "@kept/domain";
import {
  anyProducts,
  namesNothing,
  productsFrom,
  type TypedProducts,
  typedProducts,
} from "../rules/products-form.ts";
import { amountsFrom, basisPointsFrom, type Fields, percentText } from "../rules/reading.ts";

type Amounts = Readonly<Record<string, string>>;
type RefundRule = Policy["shipping"];

/** Who need not pay a fee. */
export interface TypedWaiver {
  readonly waivedForCredit: boolean;
  readonly exceptReasons: readonly string[];
}

export interface TypedFees {
  readonly returnFee: TypedWaiver & {
    readonly kind: "none" | "fixed" | "percent";
    readonly amounts: Amounts;
    readonly per: "return" | "order";
    readonly percent: string;
  };
  readonly restocking: TypedWaiver & {
    readonly on: boolean;
    readonly percent: string;
    readonly some: boolean;
    readonly products: TypedProducts;
  };
  readonly label: TypedWaiver & { readonly on: boolean; readonly amounts: Amounts };
  readonly shipping: RefundRule;
  readonly duties: RefundRule;
}

export type ReadPolicy =
  | { readonly ok: true; readonly policy: Policy }
  | { readonly ok: false; readonly fields: Fields };

const waived: TypedWaiver = { waivedForCredit: true, exceptReasons: [] };

export function typedFees({ fees, shipping, duties }: Policy, currency: string): TypedFees {
  const { returnFee, restocking, label } = fees;
  const waiverOf = (fee: TypedWaiver | null): TypedWaiver =>
    fee ? { waivedForCredit: fee.waivedForCredit, exceptReasons: fee.exceptReasons } : waived;
  return {
    returnFee: {
      ...waiverOf(returnFee.kind === "none" ? null : returnFee),
      kind: returnFee.kind,
      amounts: { [currency]: "", ...(returnFee.kind === "fixed" ? returnFee.amounts : {}) },
      per: returnFee.kind === "fixed" ? returnFee.per : "return",
      percent: returnFee.kind === "percent" ? percentText(returnFee.basisPoints) : "",
    },
    restocking: {
      ...waiverOf(restocking),
      on: restocking !== null,
      percent: restocking ? percentText(restocking.basisPoints) : "",
      some: Boolean(restocking?.products),
      products: restocking?.products ? typedProducts(restocking.products) : anyProducts,
    },
    label: { ...waiverOf(label), on: label !== null, amounts: { [currency]: "", ...label?.amounts } },
    shipping,
    duties,
  };
}

export function readFees(typed: TypedFees, policy: Policy): ReadPolicy {
  const fields: Fields = {};
  const next: Policy = {
    ...policy,
    fees: {
      returnFee: returnFeeFrom(typed.returnFee, fields),
      restocking: typed.restocking.on ? restockingFrom(typed.restocking, fields) : null,
      label: typed.label.on
        ? { amounts: someAmounts("label.amounts", typed.label.amounts, fields), ...waiverFrom(typed.label) }
        : null,
    },
    shipping: typed.shipping,
    duties: typed.duties,
  };
  return Object.keys(fields).length > 0 ? { ok: false, fields } : { ok: true, policy: next };
}

function returnFeeFrom(typed: TypedFees["returnFee"], fields: Fields): Policy["fees"]["returnFee"] {
  if (typed.kind === "none") return { kind: "none" };
  const waiver = waiverFrom(typed);
  if (typed.kind === "percent")
    return {
      kind: "percent",
      basisPoints: basisPointsFrom(typed.percent, "returnFee.percent", fields),
      ...waiver,
    };
  const amounts = someAmounts("returnFee.amounts", typed.amounts, fields);
  return { kind: "fixed", amounts, per: typed.per, ...waiver };
}

function restockingFrom(typed: TypedFees["restocking"], fields: Fields) {
  if (typed.some && namesNothing(typed.products))
    fields["restocking.products"] = "Say which products, or charge the fee for all of them.";
  return {
    basisPoints: basisPointsFrom(typed.percent, "restocking.percent", fields),
    products: typed.some ? productsFrom(typed.products, "restocking.products", fields) : null,
    ...waiverFrom(typed),
  };
}

function waiverFrom({ waivedForCredit, exceptReasons }: TypedWaiver) {
  return { waivedForCredit, exceptReasons: [...exceptReasons] };
}

function someAmounts(at: string, typed: Amounts, fields: Fields): Record<string, string> {
  const amounts = amountsFrom(at, typed, fields);
  const wrong = Object.keys(fields).some((field) => field.startsWith(at));
  if (Object.keys(amounts).length === 0 && !wrong) fields[at] = "Type an amount, or switch the fee off.";
  return amounts;
}
