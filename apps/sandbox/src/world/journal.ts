import {
  appendFileSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";

/** One committed step: every record it touched, `null` for a deleted one. Shop "" is the world itself. */
export interface Step {
  at: string;
  rows: [shop: string, table: string, id: number, row: object | null][];
}

/**
 * The append-only file behind the world. A step is one line, handed to the operating system before the answer leaves,
 * so killing the process loses nothing that was answered. A torn last line was never answered and is dropped.
 */
export class Journal {
  private readonly file: string;
  private descriptor: number;

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
    this.file = join(folder, "journal.jsonl");
    dropTornLine(this.file);
    this.descriptor = openSync(this.file, "a");
  }

  *read(): Generator<Step> {
    if (!existsSync(this.file)) return;
    for (const line of readFileSync(this.file, "utf8").split("\n")) {
      if (!line) continue;
      const step = parse(line);
      if (step) yield step;
    }
  }

  append(step: Step): void {
    writeSync(this.descriptor, `${stringify(step)}\n`);
  }

  /** Replaces the whole history by steps that lead to the same state. */
  compact(steps: Iterable<Step>): void {
    const fresh = `${this.file}.new`;
    writeFileSync(fresh, "");
    for (const step of steps) appendFileSync(fresh, `${stringify(step)}\n`);
    closeSync(this.descriptor);
    renameSync(fresh, this.file);
    this.descriptor = openSync(this.file, "a");
  }

  close(): void {
    closeSync(this.descriptor);
  }
}

/** What was being written when the process died was never answered; new lines must not be glued to it. */
function dropTornLine(file: string): void {
  if (!existsSync(file)) return;
  const content = readFileSync(file);
  const end = content.lastIndexOf(0x0a) + 1;
  if (end < content.length) truncateSync(file, end);
}

function stringify(step: Step): string {
  return JSON.stringify(step, (_, value) =>
    typeof value === "bigint" ? { $minor: value.toString() } : value,
  );
}

function parse(line: string): Step | undefined {
  try {
    return JSON.parse(line, (_, value) =>
      value !== null && typeof value === "object" && typeof value.$minor === "string"
        ? BigInt(value.$minor)
        : value,
    );
  } catch {
    return undefined;
  }
}
