import type { Program } from "../processes/program.ts";
import { repository } from "../repository.ts";

/** Formatting and lint of everything in the repository. */
export const formatAndLint: Program = {
  name: "format-and-lint",
  command: process.execPath,
  args: ["node_modules/@biomejs/biome/bin/biome", "ci", "--colors=off", "--diagnostic-level=error", "."],
  folder: repository,
  env: {},
  stage: 3,
};

/** The types of every package, as far as possible at once. */
export const types: Program = {
  name: "types",
  command: process.execPath,
  args: [
    "node_modules/turbo/bin/turbo",
    "run",
    "typecheck",
    "--output-logs=errors-only",
    "--ui=stream",
    "--continue",
  ],
  folder: repository,
  env: { TURBO_TELEMETRY_DISABLED: "1", NEXT_TELEMETRY_DISABLED: "1" },
  stage: 3,
};
