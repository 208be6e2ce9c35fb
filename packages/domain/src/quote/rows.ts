import { type Money, money } from "@kept/money";
import type { Row, RowGroup, Values } from "./quote-types.ts";

interface RowParts {
  readonly key: string;
  readonly group: RowGroup;
  readonly minor: bigint;
  readonly currency: string;
  readonly label: string;
  readonly values: Values;
  readonly inputs: Values;
  readonly rule: string;
  readonly included?: boolean;
}

export function row({
  key,
  group,
  minor,
  currency,
  label,
  values,
  inputs,
  rule,
  included = false,
}: RowParts): Row {
  return {
    key,
    group,
    amount: money(minor, currency),
    included,
    label: { key: label, values },
    inputs,
    rule,
  };
}

/** The sum of a group's rows. Tax rows are summed whether they are included in the prices or not. */
export function groupTotal(rows: readonly Row[], group: RowGroup, currency: string): Money {
  return money(minorOf(rows, group), currency);
}

/** Without the rows that other rows contain. */
export function sumOfRows(rows: readonly Row[]): bigint {
  let sum = 0n;
  for (const { amount, included } of rows) if (!included) sum += amount.minor;
  return sum;
}

/** The smaller of two minor amounts; `Math.min` would turn them into floats. */
export function least(a: bigint, b: bigint): bigint {
  if (a < b) return a;
  return b;
}

function minorOf(rows: readonly Row[], group: RowGroup): bigint {
  let sum = 0n;
  for (const one of rows) if (one.group === group) sum += one.amount.minor;
  return sum;
}
