import { expect, test } from "vitest";
import { mayStillLand, stepWhenUnknown } from "./decide.ts";
import type { Verdict } from "./method.ts";
import { usualIssuingPatience } from "./patience.ts";

const hour = 3_600_000;
const minute = 60_000;
const sentAt = new Date("2026-11-24T10:00:00Z");
const later = (ms: number) => new Date(sentAt.getTime() + ms);
const leg = {
  method: "refund_create" as const,
  createdAt: sentAt,
  deadline: later(24 * hour),
  ambiguousAttempts: 1,
};
const attempt = {
  n: 1,
  tag: "kept:leg:1",
  committedAt: sentAt,
  repeatedAt: null as Date | null,
  tokenExpiresAt: later(hour) as Date | null,
  outcome: "unknown:timeout" as string | null,
  negativeReads: 0,
  lastReadAt: null as Date | null,
};
const absent: Verdict = { kind: "absent" };

function step(change: Partial<typeof attempt>, afterMs: number, verdict = absent) {
  const world = { now: later(afterMs), frozen: false };
  return stepWhenUnknown(leg, { ...attempt, ...change }, verdict, world, usualIssuingPatience);
}

test("what has a key is asked about with the same key, ever more slowly, for twenty-three hours", () => {
  expect(step({}, 2_000)).toEqual({ step: "repeat", ms: 4_000 });
  expect(step({}, 10 * minute)).toEqual({ step: "repeat", ms: 5 * minute });
  expect(step({ outcome: null }, 23 * hour - 1)).toMatchObject({ step: "repeat" });
  expect(step({ outcome: "unknown:in_progress" }, minute)).toMatchObject({ step: "repeat" });
});

test("a key is not used once its day is nearly over: then only the note tells, and in the end a person", () => {
  const read = { negativeReads: 9, lastReadAt: later(23 * hour) };
  expect(step(read, 23 * hour + 5 * minute)).toMatchObject({ step: "wait" });
  expect(step(read, 24 * hour + 1)).toMatchObject({ step: "ask", reason: "deadline" });
});

test("a key that is spent on a failure makes room for a new one, after three readings without a trace", () => {
  const spent = { outcome: "unknown:previous_attempt_failed" };
  expect(step(spent, minute)).toMatchObject({ step: "wait", counts: true });
  const read = { ...spent, negativeReads: 2, lastReadAt: later(2 * minute) };
  expect(step(read, 3 * minute)).toEqual({ step: "free" });
  expect(mayStillLand({ ...attempt, ...spent }, later(minute), usualIssuingPatience)).toBe(false);
});

test("a key that Shopify knows from another request stops everything", () => {
  expect(step({ outcome: "unknown:key_mismatch" }, minute)).toMatchObject({
    step: "ask",
    reason: "key_mismatch",
  });
});

test("what cannot be read is not asked about again blindly, and what has no key never is", () => {
  expect(step({}, minute, { kind: "no_evidence", why: "unreadable" })).toMatchObject({ step: "wait" });
  const world = { now: later(minute), frozen: false };
  const other = { ...leg, method: "return_process" as const };
  expect(stepWhenUnknown(other, attempt, absent, world, usualIssuingPatience)).toMatchObject({
    step: "wait",
  });
});

test("a request that went out again may land as long as one that went out then", () => {
  const repeated = { ...attempt, repeatedAt: later(5 * hour), tokenExpiresAt: later(6 * hour) };
  expect(mayStillLand(repeated, later(6 * hour + minute), usualIssuingPatience)).toBe(true);
  expect(mayStillLand(repeated, later(6 * hour + 3 * minute), usualIssuingPatience)).toBe(false);
  const immortal = { ...repeated, tokenExpiresAt: null };
  expect(mayStillLand(immortal, later(10 * hour), usualIssuingPatience)).toBe(true);
});
