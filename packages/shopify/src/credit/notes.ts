/**
 * Notes on store credit came with 2027-01: a place to write who gave it and why, and the surest way to know one's own
 * credit again. Versions before refuse the field, so it is neither sent to them nor asked of them.
 */
export function knowsNotes(apiVersion: string): boolean {
  return /^\d{4}-\d{2}$/.test(apiVersion) && apiVersion >= "2027-01";
}
