import { basename } from "node:path";
import { lookUp, type ProcessFacts } from "./process-table.ts";

/**
 * Calls `whenOneEnds` once when any of the commands that launched us is gone. `npm start` is a chain of npm, npx, pnpm
 * and shells, and none of them passes a kill on: without watching, ending the outermost one would orphan us.
 */
export function watchLaunchers(whenOneEnds: () => void, pid = process.ppid): void {
  const launchers = launchersFrom(pid);
  const timer = setInterval(() => {
    if (launchers.every(({ pid, born }) => lookUp(pid)?.born === born)) return;
    clearInterval(timer);
    whenOneEnds();
  }, 500);
  timer.unref();
}

/** From `pid` upwards: package managers and the shells between them, up to the outermost package manager. */
export function launchersFrom(
  pid: number,
  find: (pid: number) => ProcessFacts | undefined = lookUp,
): ProcessFacts[] {
  const chain: ProcessFacts[] = [];
  for (
    let next = find(pid);
    next && (isPackageManager(next) || isShellCommand(next));
    next = find(next.parent)
  )
    chain.push(next);
  // A shell outside the outermost package manager belongs to whoever typed the command, and may leave before us.
  return chain.slice(0, chain.findLastIndex(isPackageManager) + 1);
}

function isPackageManager({ command: [program = "", script = ""] }: ProcessFacts): boolean {
  // npm writes its own command line over the real one: "npm start".
  return (
    /^(npm|npx|pnpm|yarn)( |$)/.test(basename(program)) ||
    /^(npm|npx|pnpm|yarn)(-cli)?(\.[cm]?js)?$/.test(basename(script))
  );
}

function isShellCommand({ command: [program = "", option] }: ProcessFacts): boolean {
  return /^(ba|da|z|k)?sh$/.test(basename(program)) && option === "-c";
}
