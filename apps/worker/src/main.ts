import { openTools } from "@kept/domain";
import { readEnv } from "./env.ts";
import { serveHealth } from "./health.ts";
import { toolSettings } from "./settings.ts";
import { takeJobs } from "./take-jobs.ts";

const env = readEnv();
// Most of a leg's time is waiting for Shopify: three share a connection, and few connections stay warm.
const poolSize = 2 + Math.ceil(env.KEPT_LEGS_AT_ONCE / 3);
const tools = await openTools({ ...toolSettings(env, "worker"), takesJobs: true, poolSize });
const jobs = await takeJobs(tools, { legsAtOnce: env.KEPT_LEGS_AT_ONCE });
const health = await serveHealth(tools, env.PORT);
tools.log.info({ port: health.port }, "worker is ready");

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, async () => {
    await jobs.stop();
    health.close();
    await tools.stop();
  });
}
