import { type Money, money } from "@kept/money";

export function usd(minor: bigint): Money {
  return money(minor, "USD");
}

export function jpy(minor: bigint): Money {
  return money(minor, "JPY");
}
