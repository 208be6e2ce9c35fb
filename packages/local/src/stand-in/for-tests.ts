import { spawn } from "node:child_process";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { postGuard } from "../processes/guard.ts";
import { repository } from "../repository.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Origin of a stand-in for Shopify and Resend that lives as long as this run. Each test loads a shop of its own. */
    standIn: string;
  }
}

/** Vitest's global set-up: one stand-in for the whole run, empty, on a port of its own choosing, gone afterwards. */
export default async function (project: TestProject): Promise<() => Promise<void>> {
  const guard = postGuard();
  const child = spawn(process.execPath, [join(repository, "apps/sandbox/src/main.ts")], {
    cwd: join(repository, "apps/sandbox"),
    env: { ...process.env, PORT: "0", SANDBOX_SEED: "", SANDBOX_DATA: "" },
    stdio: ["ignore", "pipe", "inherit"],
    detached: true,
  });
  guard.watch([{ pid: child.pid ?? 0, signal: "TERM" }]);
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  project.provide("standIn", await address(child.stdout));
  return async () => {
    child.kill("SIGTERM");
    await ended;
    guard.dismiss();
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
