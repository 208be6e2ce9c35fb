import fc from "fast-check";
import { expect, test } from "vitest";
import { creditUses, openingCredit } from "./credit-uses.ts";

type Movement = Parameters<typeof creditUses>[0][number];

const at = (second: number) => new Date(Date.UTC(2026, 10, 28, 12, 0, second));
const movement = (second: number, part: Partial<Movement> & Pick<Movement, "kind">): Movement => ({
  remoteGid: `${part.kind} ${second}`,
  amountMinor: 0n,
  remainingMinor: null,
  expiresAt: null,
  relatedGid: null,
  happenedAt: at(second),
  seenAt: at(second),
  ...part,
});
const credit = (second: number, amountMinor: bigint, expiresAt: Date | null = null) =>
  movement(second, { kind: "credit", amountMinor, expiresAt });
const debit = (second: number, amountMinor: bigint) =>
  movement(second, { kind: "debit", amountMinor: -amountMinor });
const words = (uses: ReturnType<typeof creditUses>) =>
  uses.map(({ creditGid, movementGid, amountMinor }) => `${movementGid} took ${amountMinor} of ${creditGid}`);

test("the credit that expires soonest is spent first, whatever came first", () => {
  const uses = creditUses([credit(1, 2000n), credit(2, 200n, at(50)), debit(3, 500n)]);
  expect(words(uses)).toEqual(["debit 3 took 200 of credit 2", "debit 3 took 300 of credit 1"]);
});

test("what an account held before is spent like a credit that never expires", () => {
  const uses = creditUses([credit(2, 200n, at(50)), debit(3, 500n)], 1000n);
  expect(words(uses)).toEqual(["debit 3 took 200 of credit 2", `debit 3 took 300 of ${openingCredit}`]);
});

test("an order that falls through gives back to where it took, the last taken first", () => {
  const revert = movement(4, { kind: "debit_revert", amountMinor: 400n, relatedGid: "debit 3" });
  const uses = creditUses([credit(1, 2000n), credit(2, 200n, at(50)), debit(3, 500n), revert]);
  expect(words(uses.slice(2))).toEqual([
    "debit_revert 4 took -300 of credit 1",
    "debit_revert 4 took -100 of credit 2",
  ]);
});

test("an expiration ends its own credit", () => {
  const gone = movement(9, { kind: "expiration", amountMinor: -150n, relatedGid: "credit 2" });
  const uses = creditUses([credit(1, 2000n), credit(2, 200n, at(8)), debit(3, 50n), gone]);
  expect(words(uses)).toEqual(["debit 3 took 50 of credit 2", "expiration 9 took 150 of credit 2"]);
});

test("where Shopify says that something else is left, Shopify is right", () => {
  const first = { ...credit(1, 2000n), remainingMinor: 1800n };
  const second = { ...credit(2, 200n, at(50)), remainingMinor: 200n };
  const uses = creditUses([first, second, debit(3, 200n)]);
  const left = (gid: string, amount: bigint) =>
    amount -
    uses.filter(({ creditGid }) => creditGid === gid).reduce((sum, use) => sum + use.amountMinor, 0n);
  expect([left("credit 1", 2000n), left("credit 2", 200n)]).toEqual([1800n, 200n]);
});

test("whatever happens on an account, what is left of its credits is its balance, and of none less than nothing", () => {
  const step = fc.record({
    kind: fc.constantFrom("credit", "debit", "debit_revert"),
    size: fc.bigInt(1n, 5000n),
    expires: fc.option(fc.integer({ min: 60, max: 90 })),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let balance = 0n;
      const movements: Movement[] = [];
      for (const [i, { kind, size, expires }] of steps.entries()) {
        const lastDebit = movements.findLast((each) => each.kind === "debit");
        const undone = movements.some(({ relatedGid }) => relatedGid === lastDebit?.remoteGid);
        if (kind === "credit") movements.push(credit(i, size, expires === null ? null : at(expires)));
        else if (kind === "debit" && balance > 0n) movements.push(debit(i, size < balance ? size : balance));
        else if (kind === "debit_revert" && lastDebit && !undone)
          movements.push(
            movement(i, { kind, amountMinor: -lastDebit.amountMinor, relatedGid: lastDebit.remoteGid }),
          );
        balance = movements.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
      }
      const uses = creditUses(movements);
      const lefts = movements
        .filter((each) => each.kind === "credit")
        .map(
          ({ remoteGid, amountMinor }) =>
            amountMinor -
            uses
              .filter(({ creditGid }) => creditGid === remoteGid)
              .reduce((sum, use) => sum + use.amountMinor, 0n),
        );
      expect(lefts.every((left) => left >= 0n)).toBe(true);
      expect(lefts.reduce((sum, left) => sum + left, 0n)).toBe(balance);
    }),
  );
});
