import { watchLaunchers } from "./launchers.ts";

/**
 * Calls `leave` once, for whatever reason we are asked to end: Ctrl-C, a closed terminal, a kill, or the end of the
 * command that launched us. Asked a second time, the process ends at once (the guard ends the rest).
 */
export function whenAskedToLeave(leave: () => Promise<void>): void {
  let asked = false;
  const ask = (byPerson: boolean) => {
    if (asked) {
      if (byPerson) process.exit(130);
      return;
    }
    asked = true;
    void leave();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(signal, () => ask(signal === "SIGINT"));
  watchLaunchers(() => ask(false));
}
