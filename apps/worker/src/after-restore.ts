import { afterRestore, openTools } from "@kept/domain";
import { readEnv } from "./env.ts";
import { toolSettings } from "./settings.ts";

/**
 * `pnpm --filter @kept/worker after-restore`: after a restore or a fail-over, while no worker runs (runbook in
 * packages/domain/README.md). Running it twice only makes everybody wait longer.
 */
const tools = await openTools(toolSettings(readEnv(), "after-restore"));
const done = await afterRestore(tools);
tools.log.info(done, "fences are renewed; nothing is sent before quarantineUntil");
await tools.stop();
