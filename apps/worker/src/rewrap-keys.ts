import { openTools, rewrapKeys } from "@kept/domain";
import { readEnv } from "./env.ts";
import { toolSettings } from "./settings.ts";

/**
 * After KEPT_ENCRYPTION_KEY was changed and the old one was put into KEPT_PREVIOUS_ENCRYPTION_KEY everywhere: wraps
 * every shop's key under the new one. When it says that none is unknown, the old key can be thrown away.
 */
const tools = await openTools(toolSettings(readEnv(), "rewrap-keys"));
try {
  const { rewrapped, unknown } = await rewrapKeys(tools);
  process.stdout.write(`${JSON.stringify({ rewrapped, unknown })}\n`);
  process.exitCode = unknown > 0 ? 1 : 0;
} finally {
  await tools.stop();
}
