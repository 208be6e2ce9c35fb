import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { basename } from "node:path";

export interface ProcessFacts {
  readonly pid: number;
  readonly parent: number;
  /** Tells a process from a later one with the same number. */
  readonly born: string;
  /** The program and its arguments. */
  readonly command: readonly string[];
}

/** What is known about a process; undefined when it has ended (also when nobody has collected it yet). */
export function lookUp(pid: number): ProcessFacts | undefined {
  try {
    return process.platform === "linux" ? fromProc(pid) : fromPs(pid);
  } catch {
    return undefined;
  }
}

/** A process as one would name it to a person: `node server.js`, `nginx`. */
export function nameOf({ command }: ProcessFacts): string {
  const [program = "?", argument] = command;
  return [basename(program), argument && !argument.startsWith("-") ? basename(argument) : ""]
    .join(" ")
    .trim();
}

function fromProc(pid: number): ProcessFacts | undefined {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  // The program's name stands in brackets and may contain anything, brackets too.
  const [state, parent, ...rest] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  if (state === "Z" || state === "X") return undefined;
  const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").filter(Boolean);
  return { pid, parent: Number(parent), born: rest[17] ?? "", command };
}

function fromPs(pid: number): ProcessFacts | undefined {
  const line = execFileSync("ps", ["-o", "ppid=,stat=,lstart=,command=", "-p", `${pid}`], {
    encoding: "utf8",
  });
  const found = /^\s*(\d+)\s+(\S+)\s+(\S+\s+\S+\s+\S+\s+\S+\s+\S+)\s+(.*)$/m.exec(line);
  if (!found || found[2]?.startsWith("Z")) return undefined;
  return { pid, parent: Number(found[1]), born: found[3] ?? "", command: (found[4] ?? "").split(" ") };
}
