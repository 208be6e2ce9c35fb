/**
 * A shop's own host (`bloom.returns.kept.example`, `returns.bloom.example`) shows its portal without the shop's name in
 * every path. Inside, all paths have it: it is put in front on the way in, and taken away on the way out.
 */
export function inward(handle: string, url: string): string {
  const path = url.split("?")[0] ?? "";
  const inside = path === `/${handle}` || path.startsWith(`/${handle}/`);
  return inside || isFile(path) || path === "/callback"
    ? url
    : `/${handle}${url === "/" ? "" : url.replace(/^\/(?=\?)/, "")}`;
}

/** An address of ours as this host shows it. Addresses elsewhere stay as they are. */
export function outward(handle: string, path: string): string {
  if (path === `/${handle}`) return "/";
  if (path.startsWith(`/${handle}?`)) return `/${path.slice(handle.length + 1)}`;
  return path.startsWith(`/${handle}/`) ? path.slice(handle.length + 1) : path;
}

/** The addresses in a page. They stand in attributes, where only React and we write. */
export function outwardPage(handle: string, html: string): string {
  return html.replace(
    /(\s(?:href|src|action|data-so-far)=")(\/[^"]*)"/g,
    (_, before: string, path: string) => `${before}${outward(handle, path)}"`,
  );
}

/** A cookie's path, as the browser will ask for it. */
export function outwardCookie(handle: string, cookie: string): string {
  return cookie.replace(
    /(;\s*path=)([^;]*)/i,
    (_, before: string, path: string) => `${before}${outward(handle, path)}`,
  );
}

/** What belongs to no shop and is the same for everybody. */
export function isFile(path: string): boolean {
  return /^\/(_next\/|steps\.js$|icon\.svg$|healthz$)/.test(path);
}
