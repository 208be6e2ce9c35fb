import { join } from "node:path";
import type { Program } from "../processes/program.ts";
import { repository } from "../repository.ts";

/** Unit and integration tests of all packages in one run, on one PostgreSQL that Vitest starts for itself. */
export function units(report: string): Program {
  const config = ["--config", join(repository, "packages/local/vitest.config.ts")];
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  return {
    name: "units",
    command: process.execPath,
    args: [join(repository, "packages/local/node_modules/vitest/vitest.mjs"), "run", ...config, ...reporters],
    folder: repository,
    env: { NO_COLOR: "1" },
    stage: 3,
  };
}
