import { readdirSync, readFileSync } from "node:fs";

/** The most memory a process and the programs it starts had at any one moment, in MB; looked at twenty times a second. */
export interface Peak {
  readonly serverMb: number;
  /** The largest single program it started. */
  readonly programMb: number;
}

export function watchMemory(pid: number): { stop(): Peak } {
  const peak = { serverMb: 0, programMb: 0 };
  const look = () => {
    peak.serverMb = Math.max(peak.serverMb, residentMb(pid));
    for (const child of childrenOf(pid)) peak.programMb = Math.max(peak.programMb, residentMb(child));
  };
  const timer = setInterval(look, 50);
  return {
    stop() {
      clearInterval(timer);
      return peak;
    },
  };
}

function residentMb(pid: number): number {
  try {
    return Math.round(
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024,
    );
  } catch {
    return 0; // it has ended meanwhile
  }
}

function childrenOf(pid: number): number[] {
  try {
    const tasks = readdirSync(`/proc/${pid}/task`);
    return tasks.flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, "utf8").split(" ").filter(Boolean).map(Number),
    );
  } catch {
    return [];
  }
}
