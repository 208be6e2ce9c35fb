/** A path inside the dashboard; anything else becomes the start. Keeps a stranger's link from leading away. */
export function pathInside(to: string | null | undefined): string {
  if (!to) return "/";
  const base = "http://inside.invalid";
  const url = URL.canParse(to, base) ? new URL(to, base) : null;
  return url?.origin === base && to.startsWith("/") ? `${url.pathname}${url.search}` : "/";
}
