import { readdirSync, readFileSync } from "node:fs";

/** Processes by what they are called; of some the children too, like a database's. */
export type Crew = Readonly<Record<string, number>>;

/** Milliseconds of CPU each process has used until now, its children's with it. Empty where the system does not say. */
export function cpuOf(crew: Crew): Readonly<Record<string, number>> {
  const all = everybody();
  const used = (pid: number): number => {
    const own = all.get(pid);
    if (!own) return 0;
    const children = [...all].filter(([, { parent }]) => parent === pid);
    return own.ms + children.reduce((sum, [child]) => sum + used(child), 0);
  };
  return all.size === 0
    ? {}
    : Object.fromEntries(Object.entries(crew).map(([name, pid]) => [name, used(pid)]));
}

/** A tick of the kernel's clock, as it is counted for programs. */
const tickMs = 10;

/** Those who are there, with what those who have gone and were theirs have used. */
function everybody(): Map<number, { parent: number; ms: number }> {
  const found = new Map<number, { parent: number; ms: number }>();
  if (process.platform !== "linux") return found;
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, "utf8");
      const fields = stat
        .slice(stat.lastIndexOf(")") + 2)
        .split(" ")
        .map(Number);
      const [user = 0, system = 0, goneUser = 0, goneSystem = 0] = fields.slice(11);
      found.set(Number(name), {
        parent: fields[1] ?? 0,
        ms: (user + system + goneUser + goneSystem) * tickMs,
      });
    } catch {
      // it has ended meanwhile
    }
  }
  return found;
}
