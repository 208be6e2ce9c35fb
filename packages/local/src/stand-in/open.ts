import { spawn } from "node:child_process";
import { join } from "node:path";
import { postGuard } from "../processes/guard.ts";
import { repository } from "../repository.ts";

/** A stand-in for Shopify and Resend of one's own, empty, on a port of its own choosing. It never outlives this process. */
export async function openStandIn(): Promise<{ origin: string; close(): Promise<void> }> {
  const guard = postGuard();
  const child = spawn(process.execPath, [join(repository, "apps/sandbox/src/main.ts")], {
    cwd: join(repository, "apps/sandbox"),
    env: { ...process.env, PORT: "0", SANDBOX_SEED: "", SANDBOX_DATA: "" },
    stdio: ["ignore", "pipe", "inherit"],
    detached: true,
  });
  guard.watch([{ pid: child.pid ?? 0, signal: "TERM" }]);
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  return {
    origin: await address(child.stdout),
    async close() {
      child.kill("SIGTERM");
      await ended;
      guard.dismiss();
    },
  };
}

/** The line with which it says where it listens. */
function address(output: NodeJS.ReadableStream): Promise<string> {
  let text = "";
  return new Promise((resolve, reject) => {
    output.on("data", (chunk) => {
      text += chunk;
      const port = /"listening".*"port":(\d+)/.exec(text)?.[1];
      if (port) resolve(`http://127.0.0.1:${port}`);
    });
    output.once("end", () => reject(new Error(`The stand-in did not start:\n${text}`)));
  });
}
