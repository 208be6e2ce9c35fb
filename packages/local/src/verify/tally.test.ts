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
  report({ stats: { expected, unexpected, flaky, skipped: 0 }, errors: [], suites: [] });

test("passed and failed tests of all steps add up", () => {
  const tallies = [tallyOfUnits(units(7, 2), false), tallyOfJourneys(journeys(3, 1), false)];
  expect(sum(tallies)).toMatchObject({ passed: 10, failed: 3 });
});

test("a test file that cannot be loaded counts as a failure", () => {
  const broken = { status: "failed", assertionResults: [] };
  expect(tallyOfUnits(units(7, 0, [broken]), false)).toMatchObject({ passed: 7, failed: 1 });
});

test("a run that ends badly without naming a failed test has failed all the same", () => {
  expect(tallyOfUnits(units(7, 0), false)).toMatchObject({ passed: 7, failed: 1 });
  expect(tallyOfUnits(join(folder, "never-written.json"), false)).toMatchObject({ passed: 0, failed: 1 });
});

test("a run without a single test proves nothing and fails", () => {
  expect(tallyOfUnits(units(0, 0), true)).toMatchObject({ passed: 0, failed: 1 });
  expect(tallyOfJourneys(journeys(0, 0), true)).toMatchObject({ passed: 0, failed: 1 });
});

test("a journey that passes only at the second try has failed", () => {
  expect(tallyOfJourneys(journeys(3, 0, 1), true)).toMatchObject({ passed: 3, failed: 1 });
});

test("each failure is named, with what it said, wherever it lies", () => {
  const failed = {
    status: "failed",
    fullName: "adds up",
    failureMessages: ["expected 1 to be 2\n  at a.ts"],
  };
  const passed = { status: "passed", fullName: "is one", failureMessages: [] };
  const file = { name: "a.test.ts", status: "failed", message: "", assertionResults: [failed, passed] };
  const unloadable = { name: "b.test.ts", status: "failed", message: "No such module", assertionResults: [] };
  expect(tallyOfUnits(units(1, 1, [file, unloadable]), false).failures).toEqual([
    "a.test.ts › adds up\n  expected 1 to be 2\n    at a.ts",
    "b.test.ts\n  No such module",
  ]);
  const spec = (title: string, ok: boolean, errors: object[]) => ({
    file: "c.spec.ts",
    line: 7,
    title,
    ok,
    tests: [{ results: [{ errors }] }],
  });
  const inner = { specs: [spec("a story", false, [{ message: "\u001b[31mnot visible\u001b[39m" }])] };
  const told = report({
    stats: { expected: 1, unexpected: 1, flaky: 0, skipped: 0 },
    errors: [],
    suites: [{ specs: [spec("another", true, [])], suites: [inner] }],
  });
  expect(tallyOfJourneys(told, false).failures).toEqual(["c.spec.ts:7 › a story\n  not visible"]);
});
