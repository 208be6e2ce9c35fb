import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { sum, tallyOfJourneys, tallyOfUnits } from "./tally.ts";

const folder = mkdtempSync(join(tmpdir(), "kept-tally-"));
afterAll(() => rmSync(folder, { recursive: true }));
const report = (content: object) => {
  const file = join(folder, `${crypto.randomUUID()}.json`);
  writeFileSync(file, JSON.stringify(content));
  return file;
};
const units = (numPassedTests: number, numFailedTests: number, testResults: object[] = []) =>
  report({ numPassedTests, numFailedTests, testResults });
const journeys = (expected: number, unexpected: number, flaky = 0) =>
  report({ stats: { expected, unexpected, flaky, skipped: 0 }, errors: [] });

test("passed and failed tests of all steps add up", () => {
  const tallies = [tallyOfUnits(units(7, 2), false), tallyOfJourneys(journeys(3, 1), false)];
  expect(sum(tallies)).toEqual({ passed: 10, failed: 3 });
});

test("a test file that cannot be loaded counts as a failure", () => {
  const broken = { status: "failed", assertionResults: [] };
  expect(tallyOfUnits(units(7, 0, [broken]), false)).toEqual({ passed: 7, failed: 1 });
});

test("a run that ends badly without naming a failed test has failed all the same", () => {
  expect(tallyOfUnits(units(7, 0), false)).toEqual({ passed: 7, failed: 1 });
  expect(tallyOfUnits(join(folder, "never-written.json"), false)).toEqual({ passed: 0, failed: 1 });
});

test("a run without a single test proves nothing and fails", () => {
  expect(tallyOfUnits(units(0, 0), true)).toEqual({ passed: 0, failed: 1 });
  expect(tallyOfJourneys(journeys(0, 0), true)).toEqual({ passed: 0, failed: 1 });
});

test("a journey that passes only at the second try has failed", () => {
  expect(tallyOfJourneys(journeys(3, 0, 1), true)).toEqual({ passed: 3, failed: 1 });
});
