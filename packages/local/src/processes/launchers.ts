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

/**
 * From `pid` upwards: package managers and the shells between them, up to the outermost package manager, and the shell
 * that does nothing else than wait for it. Any other shell belongs to whoever typed the command, and may leave before us.
 */
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
  const outermost = chain.findLastIndex(isPackageManager);
  const around = chain[outermost + 1];
  return chain.slice(0, outermost + (outermost >= 0 && around && waitsForPackageManager(around) ? 2 : 1));
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

/** `sh -c "cd kept && npm start"` waits for npm; one with a lone & in it, which starts something beside itself, may not. */
function waitsForPackageManager({ command: [, , task = ""] }: ProcessFacts): boolean {
  return /\b(npm|npx|pnpm|yarn)\b/.test(task) && !/(?<![&>])&(?![&>])/.test(task);
}
