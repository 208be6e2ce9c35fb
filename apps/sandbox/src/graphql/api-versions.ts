/** An ApiVersion. */
export interface ApiVersion {
  handle: string;
  displayName: string;
  supported: boolean;
}

/** Those there are, as recorded in June 2026: a year's four, the one to come, and the one that never is. */
export function apiVersionsOn(now: Date): ApiVersion[] {
  const latest = quarterOf(now);
  const handles = [-3, -2, -1, 0, 1].map((distance) => handleOf(latest + distance));
  return [...handles, "unstable"].map((handle) => apiVersionOn(now, handle));
}

export function apiVersionOn(now: Date, handle: string): ApiVersion {
  const [year, month] = handle.split("-").map(Number);
  if (!year || !month) return { handle, displayName: handle, supported: false };
  const age = quarterOf(now) - quarterOf(new Date(Date.UTC(year, month - 1)));
  const said = age < 0 ? " (Release candidate)" : age === 0 ? " (Latest)" : age < 4 ? "" : " (Unsupported)";
  return { handle, displayName: `${handle}${said}`, supported: age >= 0 && age < 4 };
}

/** Quarters since the year 0. */
function quarterOf(date: Date): number {
  return date.getUTCFullYear() * 4 + Math.floor(date.getUTCMonth() / 3);
}

function handleOf(quarter: number): string {
  return `${Math.floor(quarter / 4)}-${String((quarter % 4) * 3 + 1).padStart(2, "0")}`;
}
