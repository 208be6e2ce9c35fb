import { join } from "node:path";
import { withThrowawayStack } from "./bench/throwaway.ts";
import { startProgram } from "./processes/program.ts";
import { repository } from "./repository.ts";

/**
 * `pnpm same-amount [--returns=200] [--seed=1]`: what a return is worth is the same amount wherever it is said, for that
 * many generated returns, read from pages and letters only. The last line is JSON.
 */
const e2e = join(repository, "e2e");
const well = await withThrowawayStack(async ({ at, crew, logs }) => {
  const compare = {
    name: "same-amount",
    command: process.execPath,
    args: [join(e2e, "same-amount/main.ts"), ...process.argv.slice(2)],
    folder: e2e,
    env: { DASHBOARD_URL: at.dashboard, PORTAL_URL: at.portal, SANDBOX_URL: at.sandbox },
    stage: 3,
  };
  const running = startProgram(crew, compare, logs);
  const { well } = await running.ended;
  process.stdout.write(`${running.lastWords().trim().split("\n").at(-1)}\n`);
  return well;
});
process.exit(well ? 0 : 1);
