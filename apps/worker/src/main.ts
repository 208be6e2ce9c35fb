import { openTools } from "@kept/domain";
import { readEnv } from "./env.ts";
import { serveHealth } from "./health.ts";
import { toolSettings } from "./settings.ts";
import { takeJobs } from "./take-jobs.ts";

const env = readEnv();
const tools = await openTools({ ...toolSettings(env, "worker"), takesJobs: true, poolSize: 12 });
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
