import { setTimeout as sleep } from "node:timers/promises";
import { classify } from "./classify.ts";
import type { Document } from "./document.ts";
import { exchange, type Outcome } from "./exchange.ts";
import type { Line } from "./line.ts";
import { ShopifyUnavailable, type UnavailableReason } from "./unavailable.ts";

export interface ReadOptions {
  /** Milliseconds for all tries together. */
  readonly deadlineMs?: number;
}

/**
 * Asks a query, and asks again while Shopify is throttling or stumbling and the deadline allows: reading twice harms
 * nobody. Throws ShopifyUnavailable when there is no answer in time, or when asking again cannot help.
 */
export async function read<TResult, TVariables>(
  line: Line,
  document: Document<TResult, TVariables>,
  variables: TVariables,
  options: ReadOptions = {},
): Promise<TResult> {
  const body = JSON.stringify({ query: document.toString(), variables });
  const { readMs, readDeadlineMs, readUntil = Number.POSITIVE_INFINITY } = line.patience;
  const deadline = Math.min(performance.now() + (options.deadlineMs ?? readDeadlineMs), readUntil);
  for (let tries = 1; ; tries += 1) {
    const left = deadline - performance.now();
    if (left <= 0) throw new ShopifyUnavailable("too_slow", "no time was left to ask");
    const timeoutMs = Math.max(1, Math.min(readMs, left));
    const outcome = await exchange({ url: line.url, headers: line.headers, body, timeoutMs, by: line });
    const got = judge<TResult>(line, outcome);
    if ("data" in got) return got.data;
    const wait = got.waitMs ?? pause(tries);
    if (!got.again || performance.now() + wait >= deadline) throw got.trouble;
    await sleep(wait);
  }
}

type Judged<T> = { data: T } | { trouble: ShopifyUnavailable; again: boolean; waitMs?: number };

function judge<T>(line: Line, outcome: Outcome): Judged<T> {
  const { answer, throttle } = classify(outcome);
  if (throttle) line.heard(throttle);
  const trouble = (reason: UnavailableReason, detail: string) =>
    new ShopifyUnavailable(reason, detail, answer.requestId ?? null);
  switch (answer.kind) {
    case "done":
      return { data: answer.value as T };
    case "not_executed": {
      const reason = answer.reason === "too_late" ? "too_slow" : answer.reason;
      return {
        trouble: trouble(reason, "turned away"),
        again: answer.reason === "throttled",
        ...(answer.retryAfterMs === undefined ? {} : { waitMs: Math.max(50, answer.retryAfterMs) }),
      };
    }
    case "refused":
      return { trouble: trouble("not_understood", answer.code), again: false };
    case "unknown": {
      const reason = whyUnknown.get(answer.reason) ?? "not_understood";
      return { trouble: trouble(reason, answer.detail ?? answer.reason), again: passing.has(reason) };
    }
  }
}

const whyUnknown: ReadonlyMap<string, UnavailableReason> = new Map([
  ["timeout", "too_slow"],
  ["connection_lost", "unreachable"],
  ["server_error", "server_error"],
  ["unreadable", "server_error"],
  ["access_denied", "access_denied"],
]);

const passing: ReadonlySet<UnavailableReason> = new Set(["too_slow", "unreachable", "server_error"]);

/** 100, 200, 400 … 2000 ms, each stretched or shortened at random so that many readers do not march in step. */
function pause(tries: number): number {
  return Math.min(2000, 100 * 2 ** (tries - 1)) * (0.75 + Math.random() / 2);
}
