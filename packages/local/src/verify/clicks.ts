import { join } from "node:path";
import type { Program } from "../processes/program.ts";
import { repository } from "../repository.ts";
import type { Stack } from "../stack/bring-up.ts";

/** The short version of `pnpm clicks`, against a running stack. */
export function clicks(at: Stack): Program {
  return {
    name: "clicks",
    command: process.execPath,
    args: [
      join(repository, "packages/local/src/clicks/main.ts"),
      "--returns=20",
      `--dashboard=${at.dashboard}`,
      `--sandbox=${at.sandbox}`,
    ],
    folder: repository,
    env: { DATABASE_URL: at.databaseUrl },
    stage: 3,
  };
}
