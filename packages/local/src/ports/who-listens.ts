import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { lookUp, nameOf } from "../processes/process-table.ts";

/** Who has taken a port, as far as we may know: `node server.js (process 4711)`; undefined when it cannot be told. */
export function whoListens(port: number): string | undefined {
  const pid = processAt(port);
  const found = pid === undefined ? undefined : lookUp(pid);
  return found && `${nameOf(found)} (process ${found.pid})`;
}

/** The process that listens at a port; undefined when it cannot be told. */
export function processAt(port: number): number | undefined {
  try {
    return process.platform === "linux" ? fromProc(port) : fromLsof(port);
  } catch {
    return undefined;
  }
}

function fromProc(port: number): number | undefined {
  const sockets = new Set(["/proc/net/tcp", "/proc/net/tcp6"].flatMap((table) => listeningOn(port, table)));
  if (sockets.size === 0) return undefined;
  const processes = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return processes.map(Number).find((pid) => openFiles(pid).some((file) => sockets.has(file)));
}

/** Rows of the kernel's table: `sl local_address rem_address st … inode`; state 0A is listening. */
function listeningOn(port: number, table: string): string[] {
  const ending = `:${port.toString(16).toUpperCase().padStart(4, "0")}`;
  const rows = readFileSync(table, "utf8").split("\n").slice(1);
  return rows
    .map((row) => row.trim().split(/\s+/))
    .filter((cells) => cells[1]?.endsWith(ending) && cells[3] === "0A")
    .map((cells) => `socket:[${cells[9]}]`);
}

function openFiles(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).map((fd) => {
      try {
        return readlinkSync(`/proc/${pid}/fd/${fd}`);
      } catch {
        return "";
      }
    });
  } catch {
    return []; // somebody else's process
  }
}

function fromLsof(port: number): number | undefined {
  const said = execFileSync("lsof", ["-nP", `-iTCP:${port}`, "-sTCP:LISTEN", "-Fp"], { encoding: "utf8" });
  const pid = /^p(\d+)/m.exec(said)?.[1];
  return pid === undefined ? undefined : Number(pid);
}
