import { expect, test } from "vitest";
import { chaos } from "./chaos.ts";

test("workers are killed and frozen, the database loses its power, staff interfere: every credit arrives once", async () => {
  const { kills, stops, dropped, foreign, ...judged } = await chaos(1_000);
  expect(judged).toMatchObject({ issuances: 1_000, double: 0, lost: 0, unequal: 0, broken: [] });
  expect(judged.human, judged.reasons.join(", ")).toBeLessThanOrEqual(5);
  for (const happened of [kills, stops, dropped, foreign]) expect(happened).toBeGreaterThan(0);
}, 600_000);
