import { spawn } from "node:child_process";
import { join } from "node:path";
import { repository } from "./repository.ts";
import { openStandIn } from "./stand-in/open.ts";

/** `pnpm agree`: 5,000 generated orders against a stand-in of their own. Arguments are passed on: --orders, --seed. */
const standIn = await openStandIn();
await fetch(`${standIn.origin}/control/throttle`, {
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify({ open: true }),
});
const script = join(repository, "packages/domain/src/testing/agree.ts");
const agreeing = spawn(process.execPath, [script, `--stand-in=${standIn.origin}`, ...process.argv.slice(2)], {
  cwd: join(repository, "packages/domain"),
  stdio: "inherit",
});
const code = await new Promise<number>((resolve) => agreeing.once("exit", (exit) => resolve(exit ?? 1)));
await standIn.close();
process.exitCode = code;
