import type { ApiScope } from "@kept/domain";
import type { z } from "zod";
import type { ProblemKind } from "./problem.ts";

/** One thing the API does: all that its description, its page and its tests need to know. */
export interface Operation {
  readonly method: "get" | "post" | "patch" | "delete";
  readonly path: string;
  readonly id: string;
  readonly summary: string;
  readonly description: string;
  readonly scope: ApiScope;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly answer: { readonly status: number; readonly schema?: z.ZodType; readonly about: string };
  readonly problems: readonly ProblemKind[];
  /** May, or must, be named by `Idempotency-Key`, to be done once. */
  readonly once?: boolean | "required";
}

export const always: readonly ProblemKind[] = [
  "not-authorized",
  "scope-missing",
  "too-many-requests",
  "failed",
  "unavailable",
];
export const reading: readonly ProblemKind[] = [...always, "not-found"];
export const writing: readonly ProblemKind[] = [
  ...reading,
  "not-json",
  "too-large",
  "not-supported",
  "invalid",
  "wrong-state",
];
export const once: readonly ProblemKind[] = [...writing, "still-running", "same-key-other-request"];
