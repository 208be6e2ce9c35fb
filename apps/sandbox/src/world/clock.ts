/** The stand-in's own time: the real one moved by an offset, or stopped. */
export interface ClockState {
  id: number;
  offsetMs: number;
  stoppedAt: string | null;
}

export function nowOf(clock: ClockState): Date {
  return clock.stoppedAt ? new Date(clock.stoppedAt) : new Date(Date.now() + clock.offsetMs);
}

/** Shopify prints instants to the second. */
export function toSecond(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}

const unitMs: Record<string, number> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/** Reads `now`, `-12d`, `+3h` or an ISO instant, against the given present. */
export function readWhen(text: string, now: Date): string {
  if (text === "now") return toSecond(now);
  const relative = /^([+-])(\d+)([smhdw])$/.exec(text);
  if (!relative) return toSecond(new Date(text));
  const distance = Number(relative[2]) * (unitMs[relative[3] ?? "s"] ?? 0);
  return toSecond(new Date(now.getTime() + (relative[1] === "-" ? -distance : distance)));
}
