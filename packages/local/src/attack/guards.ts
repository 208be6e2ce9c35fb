import type { Door } from "./doors.ts";

/** What a door asks of whoever comes: to reach the shop, the organization; to be somebody; a key, a letter's link, a signature; nothing. */
export type Guard = "shop" | "organization" | "person" | "program" | "letter" | "signature" | "nobody";

/** Where strangers belong. A door that is not named here and has no guard by its address fails the build. */
const forEverybody = [
  "/",
  "/api/auth/[...nextauth]",
  "/api/v1",
  "/api/v1/openapi.json",
  "/connect",
  "/healthz",
  "/sign-in",
  "/sign-in/demo",
  "/sign-in/sent",
  "connect/actions.ts#signUp",
  "sign-in/actions.ts#askForLink",
  "sign-out-action.ts#signOut",
];

/** Undefined for a door nobody thought of. */
export function guardOf(door: Door): Guard | undefined {
  const name = nameOf(door);
  if (forEverybody.includes(name)) return "nobody";
  if (door.kind === "action") {
    if (door.takes[0] === "shop") return "shop";
    if (door.takes[0] === "organization") return "organization";
    if (door.takes[0] === "token") return "letter";
    return /^(shops\/|connect\/actions.ts#join$)/.test(name) ? "person" : undefined;
  }
  if (door.path.startsWith("/[shop]")) return "shop";
  if (door.path.startsWith("/shops")) return "person";
  if (door.path.startsWith("/api/v1/")) return "program";
  if (door.path.endsWith("/[token]")) return "letter";
  return /^\/(shopify|resend)(\/|$)/.test(door.path) ? "signature" : undefined;
}

/** "/[shop]/returns" of a page or route, "returns/bulk/actions.ts#start" of an action. */
export function nameOf(door: Door): string {
  if (door.kind !== "action") return door.path;
  const file = door.file.replace(/^src\/(app\/)?/, "").replaceAll(/\([^)]*\)\//g, "");
  return `${file}#${door.name}`;
}
