/**
 * Keeps a name or number from turning around inside a right-to-left sentence: "#1001" would read "1001#".
 * Sentences that run left to right are left as they are.
 */
export function isolate(text: string, direction: "ltr" | "rtl"): string {
  return direction === "rtl" ? `\u2068${text}\u2069` : text;
}
