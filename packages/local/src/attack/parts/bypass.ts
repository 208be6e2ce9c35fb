import { connect } from "node:net";
import { fill } from "../asking.ts";
import { type Answered, call } from "../call.ts";
import { dashboardDoors } from "../doors.ts";
import { guardOf } from "../guards.ts";
import { inBatches } from "../in-batches.ts";
import { everythingOf } from "../known.ts";
import { visitor } from "../people.ts";
import type { AttackWorld } from "../world.ts";

const shop = "bloom";

/**
 * The ways past a proxy that Next.js had (reliability, section 4), at every page of a shop: asked by a stranger, each
 * must end where a stranger ends anyway, with nothing in it of what the owner reads there. Who may look is decided
 * behind the proxy, so it also holds without one.
 */
export async function bypass(world: AttackWorld, { oneIn = 1 } = {}) {
  const { at } = world;
  const names = await everythingOf(world, shop);
  const paths = dashboardDoors().flatMap((door) =>
    door.kind === "page" && guardOf(door) === "shop" ? [fill(door.path, names)] : [],
  );
  const owner = await visitor(world, "owner", `owner@${shop}.example`);
  const private_ = await secretsOf(world);
  const tells = (body: string) => private_.some((secret) => body.includes(secret));
  const read = await inBatches(paths.length, 4, async (i) =>
    tells((await call(at.dashboard, paths[i] ?? "", owner)).body),
  );
  const ways = waysInto(at.dashboard);
  const tries = paths
    .flatMap((path) => ways.map((way, number) => ({ path, way, number })))
    .filter((_, i) => i % oneIn === 0);
  const leaks = await inBatches(tries.length, 6, async (i) => {
    const { path, way, number } = tries[i] ?? { path: "", way: ways[0], number: 0 };
    const { status, body } = (await way?.(path)) ?? { status: 0, body: "" };
    return status >= 500 || tells(body) ? `${number} ${path} ${status}` : null;
  });
  const leaked = leaks.filter((leak) => leak !== null);
  const readable = read.filter(Boolean).length;
  return {
    tried: tries.length,
    readable,
    leaks: leaked.slice(0, 40),
    ok: leaked.length === 0 && readable > paths.length / 2,
  };
}

/** What stands on a shop's own pages and nowhere else: its customers, and the way around in it. */
async function secretsOf({ sql }: AttackWorld): Promise<string[]> {
  const rows = await sql<{ secret: string | null }[]>`
    select distinct unnest(array[r.customer_name, r.customer_email]) as secret from returns r join shops s on s.id = r.shop_id where s.handle = ${shop}`;
  const way = `/${shop}/customers"`;
  return [...rows.map(({ secret }) => secret ?? ""), `href="${way}`, `"href":"${way}`].filter(
    (secret) => secret.length > 5,
  );
}

function waysInto(dashboard: string): ((path: string) => Promise<Pick<Answered, "status" | "body">>)[] {
  const by = (headers: Record<string, string>) => (path: string) => call(dashboard, path, null, { headers });
  const at =
    (address: (path: string) => string, headers: Record<string, string> = {}) =>
    (path: string) =>
      call(dashboard, address(path), null, { headers });
  const five = (name: string) => Array(5).fill(name).join(":");
  return [
    by({ "x-middleware-subrequest": five("src/proxy") }),
    by({ "x-middleware-subrequest": five("proxy") }),
    by({ "x-middleware-subrequest": five("src/middleware") }),
    by({ "x-middleware-subrequest": five("middleware"), rsc: "1" }),
    by({ "x-middleware-invoke": "1", "x-middleware-prefetch": "1", purpose: "prefetch" }),
    by({ "x-nextjs-data": "1" }),
    by({ rsc: "1" }),
    by({ rsc: "1", "next-router-prefetch": "1" }),
    by({ rsc: "1", "next-router-segment-prefetch": "/_tree" }),
    by({ "x-forwarded-host": "evil.example", "x-forwarded-uri": "/sign-in", "x-original-url": "/sign-in" }),
    (path) => call(dashboard, path, null, { headers: { "x-invoke-path": path, "x-matched-path": path } }),
    (path) =>
      call(dashboard, "/sign-in", null, { headers: { "x-matched-path": path, "x-rewrite-url": path } }),
    at((path) => `${path}.rsc`),
    at((path) => `${path}.rsc`, { rsc: "1" }),
    at((path) => `${path}.segments/_tree.segment.rsc`),
    at((path) => `${path}.segments/_full.segment.rsc`, {
      rsc: "1",
      "next-router-segment-prefetch": "/_full",
    }),
    at((path) => `${path}?nxtPshop=${shop}&nxtPnumber=1001`),
    at(() => `/sign-in?nxtPshop=${shop}&nxtPnumber=1001`),
    at((path) => `/_next/data/x${path}.json`),
    at((path) => path.toUpperCase()),
    at((path) => `//${path}`),
    at((path) => `${path}/%2e%2e/returns`),
    at((path) => `/healthz/..${path}`),
    at((path) => `/healthz/%2e%2e${path}`),
    at((path) => path.replace("/bloom", "/%62loom")),
    at((path) => `${path}/`),
    (path) => rawly(dashboard, `http://evil.example${path}`),
    (path) => rawly(dashboard, path, "Upgrade: websocket\r\n"),
  ];
}

/** A request line as it stands here, be it a whole address, and an upgrade nobody offers. */
function rawly(
  origin: string,
  target: string,
  more = "Upgrade: websocket\r\n",
): Promise<{ status: number; body: string }> {
  const { hostname, port, host } = new URL(origin);
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port) });
    let body = "";
    socket.setTimeout(10_000, () => socket.destroy());
    socket.on("data", (chunk) => {
      body += chunk.toString("latin1");
    });
    socket.once("error", reject);
    socket.once("close", () => resolve({ status: Number(/^HTTP\/1\.1 (\d+)/.exec(body)?.[1] ?? 0), body }));
    socket.write(`GET ${target} HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade, close\r\n${more}\r\n`);
  });
}
