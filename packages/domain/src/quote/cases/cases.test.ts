import { toDecimal } from "@kept/money";
import { describe, expect, test } from "vitest";
import { policySchema } from "../../policy/policy.ts";
import { explain } from "../explain.ts";
import { quote } from "../quote.ts";
import type { Quote } from "../quote-types.ts";
import { workedCases } from "./index.ts";
import { readCase } from "./read-case.ts";
import { workedSums } from "./worked-sums.ts";

describe("sums worked out by hand", () => {
  test.each(workedCases.map((story) => [`${story.title} (${story.currency})`, story] as const))(
    "%s",
    (_, story) => {
      const input = readCase(story);
      policySchema.parse(input.policy.policy);
      const made = quote(input);
      expect(readAloud(made)).toEqual(story.rows);
      expect({ base: toDecimal(made.totals.base), bonus: toDecimal(made.totals.bonus) }).toEqual({
        base: story.base,
        bonus: story.bonus,
      });
      if (story.as === "money" && story.goesTo !== undefined) expect(goesTo(made)).toBe(story.goesTo);
    },
  );
});

test("there are at least sixty of them, in three currencies and more, no two of one name", () => {
  expect(workedCases.length).toBeGreaterThanOrEqual(60);
  expect(new Set(workedCases.map(({ currency }) => currency))).toEqual(new Set(["USD", "EUR", "JPY", "KWD"]));
  expect(new Set(workedCases.map(({ title }) => title)).size).toBe(workedCases.length);
});

test("the page of worked sums says the same (write it anew with `vitest -u`)", async () => {
  await expect(workedSums()).toMatchFileSnapshot("./worked-sums.md");
});

function readAloud(made: Quote): string[] {
  const words = explain(made, "en-US");
  return made.rows.map(({ amount, included }, index) => {
    const text = words[index]?.text.replaceAll("\u00a0", " ");
    return `${text}: ${toDecimal(amount)}${included ? " (in it)" : ""}`;
  });
}

function goesTo({ payments }: Quote): string {
  return payments.map(({ kind, amount }) => `${kind} ${toDecimal(amount)}`).join(", ");
}
