import { withoutTurns } from "@kept/email";

/**
 * What somebody wrote, as it is kept: a line break is one sign (forms send two), nothing in it turns what stands beside
 * it around, and its ends are not blank.
 */
export function written(text: string): string {
  return withoutTurns(text).replace(/\r\n?/g, "\n").trim();
}
