import { readFileSync } from "node:fs";
import { join } from "node:path";
import { startProgram } from "../processes/program.ts";
import { repository } from "../repository.ts";
import type { Throwaway } from "./throwaway.ts";

/** A program of e2e/bench, which measures over HTTP only, and what it is told. */
interface Measuring {
  readonly program: string;
  readonly args: readonly string[];
  readonly portal: string;
  readonly env: NodeJS.ProcessEnv;
}

/** Measures a running stack and prints what came of it. True when every goal was met. */
export async function measureBeside(
  { at, crew, logs }: Throwaway,
  { program, args, portal, env }: Measuring,
): Promise<boolean> {
  const measure = {
    name: `bench-${program}`,
    command: process.execPath,
    args: [join(repository, `e2e/bench/${program}.ts`), ...args],
    folder: join(repository, "e2e"),
    env: { DASHBOARD_URL: at.dashboard, PORTAL_URL: portal, SANDBOX_URL: at.sandbox, ...env },
    stage: 3,
  };
  const { well } = await startProgram(crew, measure, logs).ended;
  process.stdout.write(readFileSync(join(logs, `${measure.name}.log`)));
  return well;
}
