export type Resolution = "store_credit" | "original_payment";

/** Which card was chosen. Null when the form says something else. */
export function readResolution(form: FormData): Resolution | null {
  const value = form.get("resolution");
  return value === "store_credit" || value === "original_payment" ? value : null;
}
