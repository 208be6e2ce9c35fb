import { whenAskedToLeave } from "../processes/leave.ts";
import { sum } from "./tally.ts";
import { type Part, Verification } from "./verification.ts";

/** Runs the parts one after the other; the last line says what came of it, and so does the exit code. */
export async function verify(parts: readonly Part[]): Promise<void> {
  const verification = new Verification();
  whenAskedToLeave(async () => {
    await verification.close();
    process.exit(130);
  });
  const tallies = [];
  for (const part of parts) if (!verification.crew.isEnding) tallies.push(await verification.run(part));
  if (verification.crew.isEnding) return; // whoever asked us to leave does not wait for a count
  await verification.close();
  const { passed, failed, failures } = sum(tallies);
  for (const failure of failures) process.stdout.write(`\n✗ ${failure}\n`);
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  process.exit(failed === 0 ? 0 : 1);
}
