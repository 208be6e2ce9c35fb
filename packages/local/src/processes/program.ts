import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { settings } from "../env.ts";
import type { Crew } from "./crew.ts";

export interface Program {
  /** The name it goes by in messages, and of its log file. */
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** The folder it runs in, absolute. */
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
  readonly stage: number;
}

export interface Running {
  readonly process: ChildProcess;
  /** Resolves when it has ended, with how: `exit 1`, `SIGKILL`. Never rejects. */
  readonly ended: Promise<{ how: string; well: boolean }>;
  /** The end of what it said. */
  lastWords(): string;
}

/** Starts a program in a process group of its own, its output in `<logs>/<name>.log`. */
export function startProgram(crew: Crew, program: Program, logs: string): Running {
  const child = spawn(program.command, program.args, {
    cwd: program.folder,
    env: { ...process.env, ...program.env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: process.platform !== "win32",
  });
  crew.join(child, program.stage);
  const lines = keepOutput(child, program.name, logs);
  return { process: child, ended: ending(child, lines), lastWords: () => lines.slice(-25).join("\n") };
}

/** A reading of what went wrong, for people: what happened, its last words, where the rest is. */
export function obituary(program: Program, how: string, running: Running, logs: string): string {
  const words = running.lastWords();
  return `The ${program.name} stopped (${how}).${words && ` Its last words:\n${words.replace(/^/gm, "    ")}`}
  All of it: ${join(logs, `${program.name}.log`)}`;
}

function keepOutput(child: ChildProcess, name: string, logs: string): string[] {
  const file = createWriteStream(join(logs, `${name}.log`), { flags: "a" });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => {
      file.write(chunk);
      const said = chunk.toString().split("\n").filter(Boolean);
      lines.push(...said);
      lines.splice(0, lines.length - 100);
      if (settings.verbose) for (const line of said) process.stdout.write(`[${name}] ${line}\n`);
    });
  }
  child.once("close", () => file.end());
  return lines;
}

function ending(child: ChildProcess, lines: string[]): Running["ended"] {
  return new Promise((resolve) => {
    child.once("error", (error) => {
      lines.push(error.message);
      resolve({ how: "could not be started", well: false });
    });
    // "close" and not "exit": by then its last words have been read.
    child.once("close", (code, signal) => resolve({ how: signal ?? `exit ${code}`, well: code === 0 }));
  });
}
