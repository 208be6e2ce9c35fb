import { join } from "node:path";
import type { Program } from "../processes/program.ts";
import { repository } from "../repository.ts";
import type { Addresses } from "../stack/product-environment.ts";

/** The journeys in a real browser, against a running stack. */
export function journeys(report: string, at: Addresses): Program {
  const e2e = join(repository, "e2e");
  return {
    name: "journeys",
    command: process.execPath,
    args: [join(e2e, "node_modules/@playwright/test/cli.js"), "test", "--reporter=list,json"],
    folder: e2e,
    env: {
      NO_COLOR: "1",
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      DASHBOARD_URL: at.dashboard,
      PORTAL_URL: at.portal,
      SANDBOX_URL: at.sandbox,
      WORKER_URL: at.worker,
    },
    stage: 3,
  };
}
