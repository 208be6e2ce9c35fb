/**
 * Ways to get it wrong, each of which the simulation must catch: a check that cannot fail proves nothing.
 *
 * - `naive_retry`: an unclear answer counts as "not done", and nothing is looked up.
 * - `resend_at_first_absence`: one reading without a trace is enough.
 * - `random_tag`: tags are drawn instead of computed, so a restore forgets what was paid.
 * - `no_epoch`: after a restore nobody runs the command: fences go on from where they were, and nobody waits.
 * - `no_lane`: whoever has read `ready` sends.
 */
export const mutants = [
  "naive_retry",
  "resend_at_first_absence",
  "random_tag",
  "no_epoch",
  "no_lane",
] as const;
export type Mutant = (typeof mutants)[number];
