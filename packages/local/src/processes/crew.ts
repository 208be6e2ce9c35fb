import type { ChildProcess } from "node:child_process";
import { type Guard, postGuard } from "./guard.ts";

export interface CrewMember {
  readonly process: ChildProcess;
  /** Members of a later stage rest on those of an earlier one, and end before them. */
  readonly stage: number;
  readonly signal: "TERM" | "INT";
}

/** The processes we have started and answer for: none outlives us, whatever ends us. */
export class Crew {
  #members = new Set<CrewMember>();
  #guard: Guard;
  #ending: Promise<void> | undefined;

  constructor(temporaryFolders: readonly string[] = []) {
    this.#guard = postGuard(temporaryFolders);
  }

  get isEnding(): boolean {
    return this.#ending !== undefined;
  }

  /** Takes a started process in. It must lead a group of its own. */
  join(process: ChildProcess, stage: number, signal: "TERM" | "INT" = "TERM"): void {
    if (this.isEnding) {
      signalGroup(process, "SIGKILL"); // too late to come aboard
      return;
    }
    const member = { process, stage, signal };
    this.#members.add(member);
    this.#tellGuard();
    process.once("exit", () => {
      signalGroup(process, "SIGKILL"); // what it started itself
      this.#members.delete(member);
      if (!this.isEnding) this.#tellGuard();
    });
  }

  /** Ends everybody, the last stage first. A member that does not go within `patience` milliseconds is killed. */
  end(patience = 5_000): Promise<void> {
    this.#ending ??= this.#endByStage(patience);
    return this.#ending;
  }

  async #endByStage(patience: number): Promise<void> {
    for (const stage of [3, 2, 1, 0]) {
      const leaving = [...this.#members].filter((member) => member.stage === stage);
      await Promise.all(leaving.map((member) => dismiss(member, patience)));
    }
    this.#guard.dismiss();
  }

  #tellGuard(): void {
    this.#guard.watch([...this.#members].map(({ process, signal }) => ({ pid: process.pid ?? 0, signal })));
  }
}

function dismiss({ process, signal }: CrewMember, patience: number): Promise<void> {
  if (process.exitCode !== null || process.signalCode !== null || process.pid === undefined)
    return Promise.resolve();
  return new Promise((resolve) => {
    const impatient = setTimeout(() => signalGroup(process, "SIGKILL"), patience);
    process.once("exit", () => {
      clearTimeout(impatient);
      resolve();
    });
    signalGroup(process, `SIG${signal}`);
  });
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === "win32") child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // already gone
  }
}
