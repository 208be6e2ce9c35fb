import { readFileSync } from "node:fs";

export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

export const nothing: Tally = { passed: 0, failed: 0 };

export const sum = (tallies: readonly Tally[]): Tally => ({
  passed: tallies.reduce((total, { passed }) => total + passed, 0),
  failed: tallies.reduce((total, { failed }) => total + failed, 0),
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
  return { passed: numPassedTests, failed: failed === 0 && (!well || numPassedTests === 0) ? 1 : failed };
}

/** Counts Playwright's JSON report. A journey that passed only when tried again has failed once: it is not to be relied on. */
export function tallyOfJourneys(report: string, well: boolean): Tally {
  const { stats, errors } = read<PlaywrightReport>(report, noJourneys);
  const failed = stats.unexpected + stats.flaky + errors.length;
  return { passed: stats.expected, failed: failed === 0 && (!well || stats.expected === 0) ? 1 : failed };
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
}
interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
}
const noUnits: VitestReport = { numPassedTests: 0, numFailedTests: 0, testResults: [] };
const noJourneys: PlaywrightReport = {
  stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0 },
  errors: [],
};

/** A run that was cut down wrote no report, or half of one. */
function read<Report>(file: string, otherwise: Report): Report {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Report;
  } catch {
    return otherwise;
  }
}
