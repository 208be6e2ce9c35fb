import { money } from "@kept/money";
import { expect, test } from "vitest";
import { chainHolds } from "./chain.ts";
import { creditStateOf, type LegState } from "./issuance.ts";
import { attemptKey, issuanceName, legName } from "./names.ts";

const legs = (base: LegState, bonus?: LegState) => [
  { kind: "base" as const, state: base },
  ...(bonus ? [{ kind: "bonus" as const, state: bonus }] : []),
];

test.each([
  [legs("ready", "ready"), "issuing"],
  [legs("sending", "ready"), "issuing"],
  [legs("unknown", "ready"), "issuing"],
  [legs("confirmed", "ready"), "base_issued"],
  [legs("confirmed", "unknown"), "base_issued"],
  [legs("confirmed", "confirmed"), "issued"],
  [legs("confirmed"), "issued"],
  [legs("confirmed", "human"), "review"],
  [legs("human", "ready"), "review"],
  [legs("confirmed", "rejected"), "failed"],
  [legs("rejected"), "failed"],
  [[], "none"],
] as const)("a credit with legs %j is %s", (given, state) => {
  expect(creditStateOf(given)).toBe(state);
});

test("the same obligation has the same name in every process, and another one has another", () => {
  const issuance = issuanceName("shop", "return", 1);
  expect(issuanceName("shop", "return", 1)).toBe(issuance);
  const names = [
    issuance,
    issuanceName("shop", "return", 2),
    legName(issuance, "base"),
    legName(issuance, "bonus"),
  ];
  expect(new Set([...names, attemptKey(legName(issuance, "base"), 1)]).size).toBe(5);
});

const usd = (minor: bigint) => money(minor, "USD");
const moved = (amount: bigint, balanceAfter: bigint) => ({
  amount: usd(amount),
  balanceAfter: usd(balanceAfter),
});

test("balances that follow from one another are evidence", () => {
  expect(chainHolds({ balance: usd(900n), transactions: [moved(-100n, 900n), moved(1000n, 1000n)] })).toBe(
    true,
  );
  expect(chainHolds({ balance: usd(0n), transactions: [] })).toBe(true);
});

test("a movement missing between two pages, or a stale balance, is no evidence", () => {
  expect(chainHolds({ balance: usd(900n), transactions: [moved(-100n, 900n), moved(500n, 500n)] })).toBe(
    false,
  );
  expect(chainHolds({ balance: usd(950n), transactions: [moved(-100n, 900n), moved(1000n, 1000n)] })).toBe(
    false,
  );
});
