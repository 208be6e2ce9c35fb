/** One JSON line, as every bench prints them. */
export function say(line: Record<string, unknown>): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

/** To three digits. */
export function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
