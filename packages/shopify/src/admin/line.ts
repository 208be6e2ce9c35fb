import type { Agent } from "node:http";
import type { ThrottleStatus } from "./throttle.ts";

/** The line to one shop's Admin API: where it is, how we say who we are, how long we wait. */
export interface Line {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly patience: Patience;
  /** Shared by reads only. */
  readonly agent: Agent;
  /** Told what answers say about the points that are left. */
  readonly heard: (status: ThrottleStatus) => void;
}

/** Milliseconds. Reads give up early and try again; sends wait long and never do. */
export interface Patience {
  readonly connectMs: number;
  readonly sendMs: number;
  /** One try of a read. */
  readonly readMs: number;
  /** All tries of a read together, waiting for points included. */
  readonly readDeadlineMs: number;
  /** When whoever waits for all of it wants an answer, by `performance.now()`: no read goes on past it. */
  readonly readUntil?: number;
}

export const usualPatience: Patience = {
  connectMs: 10_000,
  sendMs: 30_000,
  readMs: 6_000,
  readDeadlineMs: 20_000,
};
