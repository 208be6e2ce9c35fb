import { spawn } from "node:child_process";
import { z } from "zod";
import type { PhotoKind } from "./photo.ts";

export interface RewrittenPhoto {
  readonly picture: Buffer;
  readonly width: number;
  readonly height: number;
}

const longestMs = 10_000;
/** Waiting photos, beside the one that is worked on; more are told to come back. */
const longestQueue = 32;

let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

/**
 * One photo at a time, so that a row of bombs costs a row of seconds and not the machine. Null when it is none; one that
 * was not read in time may be a photo on a machine that has much to do.
 */
export async function rewritePhoto(
  program: string,
  bytes: Buffer,
  kind: PhotoKind,
  withinMs: number = longestMs,
): Promise<RewrittenPhoto | null | "busy"> {
  if (waiting >= longestQueue) return "busy";
  waiting += 1;
  const mine = last.then(() => inProcess(program, bytes, kind, withinMs));
  last = mine.catch(() => {});
  try {
    return await mine;
  } finally {
    waiting -= 1;
  }
}

/** The decoder runs without our environment, may write no file and start no program, and is ended when it takes long. */
function inProcess(
  program: string,
  bytes: Buffer,
  kind: PhotoKind,
  withinMs: number,
): Promise<RewrittenPhoto | null | "busy"> {
  const cage = [
    "--permission",
    "--allow-addons",
    "--allow-fs-read=*",
    "--max-old-space-size=128",
    "--no-warnings",
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...cage, program, kind], {
      env: { NODE_ENV: "production" },
      stdio: ["pipe", "pipe", "ignore"],
      timeout: withinMs,
      killSignal: "SIGKILL",
    });
    const chunks: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.once("error", reject);
    child.once("close", (code, signal) => {
      if (signal === "SIGKILL") resolve("busy");
      else resolve(code === 0 ? readAnswer(Buffer.concat(chunks)) : null);
    });
    // A child that ends early leaves a broken pipe, which is its answer.
    child.stdin.on("error", () => {});
    child.stdin.end(bytes);
  });
}

const about = z.object({ width: z.int().positive(), height: z.int().positive(), bytes: z.int().positive() });

function readAnswer(answer: Buffer): RewrittenPhoto | null {
  const line = answer.indexOf("\n");
  if (line < 0) return null;
  const { width, height, bytes } = about.parse(JSON.parse(answer.subarray(0, line).toString()));
  const picture = answer.subarray(line + 1);
  return picture.length === bytes ? { picture, width, height } : null;
}
