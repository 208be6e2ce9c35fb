/** A path inside the dashboard; anything else becomes the start. Keeps a stranger's link from leading away. */
export function pathInside(to: string | null | undefined): string {
  if (!to) return "/";
  const base = "http://inside.invalid";
  const url = URL.canParse(to, base) ? new URL(to, base) : null;
  return url?.origin === base && to.startsWith("/") ? `${url.pathname}${url.search}` : "/";
}

/** Whether a request's path can be read: Next answers one that breaks off inside a character with a fault. */
export function isPath(target: string): boolean {
  try {
    decodeURIComponent(target.split("?")[0] ?? "");
    return true;
  } catch {
    return false;
  }
}
