import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { lookUp } from "../processes/process-table.ts";
import { repository } from "../repository.ts";

const note = join(repository, ".data", "running.json");

/**
 * One stack per checkout, because both would share its data: leaves a note with our process, or throws when the
 * process of an older note is still alive. Answers how to take the note away.
 */
export function claimCheckout(): () => void {
  const other = readNote();
  if (other && lookUp(other.pid)?.born === other.born)
    throw new Error(
      `Kept already runs from this checkout (process ${other.pid}). End it there with Ctrl-C, or: kill ${other.pid}`,
    );
  mkdirSync(join(repository, ".data"), { recursive: true });
  writeFileSync(note, JSON.stringify({ pid: process.pid, born: lookUp(process.pid)?.born }));
  return () => rmSync(note, { force: true });
}

function readNote(): { pid: number; born: string } | undefined {
  try {
    return JSON.parse(readFileSync(note, "utf8"));
  } catch {
    return undefined;
  }
}
