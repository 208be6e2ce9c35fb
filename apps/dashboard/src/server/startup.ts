import { env } from "./env.ts";

/** Ends the process with one readable message when the environment is wrong. */
export function refuseWrongEnvironment(): void {
  try {
    env();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
