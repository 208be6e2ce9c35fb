/** The number of a return as an address names it: `R-1001` or `1001`. Null for what is none. */
export function numberOf(text: string): number | null {
  const digits = /^(?:R-)?(\d{1,9})$/i.exec(text)?.[1];
  return digits ? Number(digits) : null;
}
