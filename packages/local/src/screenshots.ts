import { join } from "node:path";
import { withThrowawayStack } from "./bench/throwaway.ts";
import { startProgram } from "./processes/program.ts";
import { repository } from "./repository.ts";

/** `pnpm screenshots`: every page and state of the dashboard, light and dark, at four widths, into the folder `screenshots`. */
const e2e = join(repository, "e2e");
const well = await withThrowawayStack(async ({ at, crew, logs }) => {
  const tour = {
    name: "tour",
    command: process.execPath,
    args: [join(e2e, "node_modules/@playwright/test/cli.js"), "test", "--config=tour/tour.config.ts"],
    folder: e2e,
    env: { NO_COLOR: "1", DASHBOARD_URL: at.dashboard, PORTAL_URL: at.portal, SANDBOX_URL: at.sandbox },
    stage: 3,
  };
  const running = startProgram(crew, tour, logs);
  const { well } = await running.ended;
  if (!well) process.stderr.write(`${running.lastWords()}\n`);
  return well;
});
process.exit(well ? 0 : 1);
