import { readFileSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";

export interface Tally {
  readonly passed: number;
  readonly failed: number;
  /** Each failure that has a name, with the beginning of what it said: the last thing that is printed. */
  readonly failures: readonly string[];
}

export const nothing: Tally = { passed: 0, failed: 0, failures: [] };

export const sum = (tallies: readonly Tally[]): Tally => ({
  passed: tallies.reduce((total, { passed }) => total + passed, 0),
  failed: tallies.reduce((total, { failed }) => total + failed, 0),
  failures: tallies.flatMap(({ failures }) => failures),
});

/**
 * Counts Vitest's JSON report. A file that could not even be loaded has no failed test in it and still is a failure;
 * so is a run that ended badly without naming one.
 */
export function tallyOfUnits(report: string, well: boolean): Tally {
  const { numPassedTests, numFailedTests, testResults } = read<VitestReport>(report, noUnits);
  const unloadable = testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  );
  const failed = numFailedTests + unloadable.length;
  return {
    passed: numPassedTests,
    failed: failed === 0 && (!well || numPassedTests === 0) ? 1 : failed,
    failures: testResults.flatMap(failuresOfUnits),
  };
}

/** Counts Playwright's JSON report. A journey that passed only when tried again has failed once: it is not to be relied on. */
export function tallyOfJourneys(report: string, well: boolean): Tally {
  const { stats, errors, suites } = read<PlaywrightReport>(report, noJourneys);
  const failed = stats.unexpected + stats.flaky + errors.length;
  return {
    passed: stats.expected,
    failed: failed === 0 && (!well || stats.expected === 0) ? 1 : failed,
    failures: suites.flatMap(failuresOfJourneys),
  };
}

function failuresOfUnits({ name, message, status, assertionResults }: VitestFile): string[] {
  if (status === "failed" && assertionResults.length === 0) return [failure(name, message)];
  return assertionResults
    .filter((test) => test.status === "failed")
    .map((test) => failure(`${name} › ${test.fullName}`, test.failureMessages[0]));
}

function failuresOfJourneys({ suites = [], specs = [] }: PlaywrightSuite): string[] {
  const here = specs
    .filter(({ ok }) => !ok)
    .flatMap(({ file, line, title, tests }) =>
      tests
        .flatMap(({ results }) => results.flatMap(({ errors }) => errors.slice(0, 1)))
        .map(({ message }) => failure(`${file}:${line} › ${title}`, message)),
    );
  return [...here, ...suites.flatMap(failuresOfJourneys)];
}

/** A name, and as much of the reason as says what it was. */
function failure(name: string, reason = ""): string {
  const lines = stripVTControlCharacters(reason).trim().split("\n");
  return [name, ...lines.slice(0, 12).map((line) => `  ${line}`)].join("\n");
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  testResults: VitestFile[];
}
interface VitestFile {
  name: string;
  status: string;
  message?: string;
  assertionResults: { status: string; fullName: string; failureMessages: string[] }[];
}
interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
  suites: PlaywrightSuite[];
}
interface PlaywrightSuite {
  suites?: PlaywrightSuite[];
  specs?: {
    file: string;
    line: number;
    title: string;
    ok: boolean;
    tests: { results: { errors: { message?: string }[] }[] }[];
  }[];
}
const noUnits: VitestReport = { numPassedTests: 0, numFailedTests: 0, testResults: [] };
const noJourneys: PlaywrightReport = {
  stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0 },
  errors: [],
  suites: [],
};

/** A run that was cut down wrote no report, or half of one. */
function read<Report>(file: string, otherwise: Report): Report {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Report;
  } catch {
    return otherwise;
  }
}
