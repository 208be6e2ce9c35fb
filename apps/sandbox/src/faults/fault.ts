import { z } from "zod";

/**
 * What can go wrong on the way. "Before" means that nothing was done, "after" that everything was done and saved.
 *
 * | kind | done? | what the client sees |
 * | --- | --- | --- |
 * | drop-before | no | connection reset |
 * | commit-then-drop | yes | connection reset |
 * | delay-then-commit | yes, after `delayMs` | the answer, if it still waits |
 * | commit-then-delay | yes, at once | the answer after `delayMs` |
 * | error-before / error-after | no / yes | HTTP `status` (502) with an HTML body |
 * | internal-error-before / -after | no / yes | HTTP 200 with INTERNAL_SERVER_ERROR |
 * | malformed-before / -after | no / yes | HTTP 200 with half a JSON document |
 * | throttle | no | HTTP 200 with THROTTLED |
 * | stale-reads | – | queries see the shop as it was `delayMs` ago |
 * | expire-token | no | 401; the access token is dead from now on |
 * | lose-scopes | yes, without `scopes` | whatever the lost permissions lead to |
 * | uninstall | no | 401; the app is uninstalled |
 * | webhook-duplicate, -delay, -reorder, -forge | – | twice, `delayMs` late, the last first, wrongly signed |
 */
export const faultKinds = [
  "drop-before",
  "commit-then-drop",
  "delay-then-commit",
  "commit-then-delay",
  "error-before",
  "error-after",
  "internal-error-before",
  "internal-error-after",
  "malformed-before",
  "malformed-after",
  "throttle",
  "stale-reads",
  "expire-token",
  "lose-scopes",
  "uninstall",
  "webhook-duplicate",
  "webhook-delay",
  "webhook-reorder",
  "webhook-forge",
] as const;

/** Those that strike requests; the others strike webhooks, whose `operation` is a topic or `webhooks`. */
export const requestKinds = faultKinds.filter((kind) => !kind.startsWith("webhook-"));

export type FaultKind = (typeof faultKinds)[number];

export const faultWish = z
  .object({
    kind: z.enum(faultKinds),
    /** A root field (`returnProcess`, `orders`), an operation's name, `query`, `mutation`, `emails`, or `*`. */
    operation: z.string().default("*"),
    /** Domain or handle; left out, every shop. */
    shop: z.string().optional(),
    /** How often it strikes; `null` until it is taken away. */
    count: z.number().int().positive().nullable().default(1),
    /** Chance per matching request, drawn from `seed`: the same seed strikes the same requests. */
    probability: z.number().min(0).max(1).default(1),
    seed: z.number().int().default(1),
    /** Lets this many matching requests pass first. */
    skip: z.number().int().nonnegative().default(0),
    delayMs: z.number().int().nonnegative().default(0),
    status: z.number().int().min(400).max(599).default(502),
    scopes: z.array(z.string()).default([]),
  })
  .strict();

export interface Fault extends z.output<typeof faultWish> {
  id: number;
  /** Requests it struck, by their id. */
  struck: string[];
  seen: number;
  random: () => number;
}
