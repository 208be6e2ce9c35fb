import { readFileSync } from "node:fs";
import { join } from "node:path";
import { startProgram } from "../processes/program.ts";
import { repository } from "../repository.ts";
import { oneMore } from "../stack/one-more.ts";
import { serveBarely } from "./bare-portal.ts";
import { withThrowawayStack } from "./throwaway.ts";

/** Starts everything, measures, ends everything. True when every goal was met. The measuring itself speaks HTTP only. */
export function benchPortal(wishes: { readonly seconds: string; readonly runs: string }): Promise<boolean> {
  return withThrowawayStack(async (stack) => {
    const { at, crew, databaseUrl, logs } = stack;
    // Callers come from many addresses, as in production behind a proxy; none of them is to be stopped here.
    const portal = await oneMore("portal", stack, {
      KEPT_PROXY_HOPS: "1",
      KEPT_LOOKUPS_PER_ADDRESS: "1000000",
    });
    const bare = await serveBarely(databaseUrl, at.sandbox);
    try {
      const measure = {
        name: "bench-portal",
        command: process.execPath,
        args: [
          join(repository, "e2e/bench/portal.ts"),
          `--seconds=${wishes.seconds}`,
          `--runs=${wishes.runs}`,
        ],
        folder: join(repository, "e2e"),
        env: {
          DASHBOARD_URL: at.dashboard,
          PORTAL_URL: portal.origin,
          SANDBOX_URL: at.sandbox,
          BARE_URL: bare.origin,
        },
        stage: 3,
      };
      const { well } = await startProgram(crew, measure, logs).ended;
      process.stdout.write(readFileSync(join(logs, `${measure.name}.log`)));
      return well;
    } finally {
      await bare.close();
    }
  });
}
