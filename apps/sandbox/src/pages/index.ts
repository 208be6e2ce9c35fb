import type { World } from "../world/world.ts";
import { plain } from "./answer.ts";
import { asset, picture } from "./files.ts";
import { front } from "./front.ts";
import { letterPage } from "./mailbox/letter.ts";
import { letterHtml } from "./mailbox/letter-html.ts";
import { mailbox } from "./mailbox/list.ts";
import { storePages } from "./shop/routes.ts";

/** Answers everything meant for people's eyes; `undefined` when the address is nobody's page. */
export async function pages(world: World, request: Request): Promise<Response | undefined> {
  const url = new URL(request.url);
  const path = partsOf(url.pathname);
  if (!path) return undefined;
  const [place, ...rest] = path;
  if (place === "store") {
    return isFromElsewhere(request)
      ? plain(403, "This form was sent from another site.")
      : storePages(world, request, rest, url.searchParams);
  }
  if (request.method !== "GET" && request.method !== "HEAD") return undefined;
  if (place === undefined) return front(world);
  if (place === "cdn" && rest.length === 2) return picture(rest[0] ?? "", rest[1] ?? "");
  if (place === "assets" && rest.length === 1) return asset(rest[0] ?? "");
  if (place === "mailbox") return mail(world, rest, url.searchParams);
  return undefined;
}

function mail(world: World, [id, part]: readonly string[], query: URLSearchParams): Response | undefined {
  if (id === undefined) return mailbox(world, query.get("to"));
  if (part === undefined) return letterPage(world, id, query.get("view"));
  return part === "html" ? letterHtml(world, id) : undefined;
}

function partsOf(pathname: string): string[] | undefined {
  try {
    return pathname.split("/").filter(Boolean).map(decodeURIComponent);
  } catch {
    return undefined;
  }
}

/** A form of another site must not move even pretended money while somebody has this one open. */
function isFromElsewhere(request: Request): boolean {
  if (request.method === "GET" || request.method === "HEAD") return false;
  const site = request.headers.get("sec-fetch-site");
  if (site !== null) return site !== "same-origin" && site !== "none";
  const origin = request.headers.get("origin");
  if (origin === null) return false;
  return (
    !URL.canParse(origin) ||
    new URL(origin).host !== (request.headers.get("host") ?? new URL(request.url).host)
  );
}
