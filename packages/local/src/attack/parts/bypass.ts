import { connect } from "node:net";
import { call } from "../call.ts";
import type { AttackWorld } from "../world.ts";

/**
 * The ways past a proxy that Next.js had (reliability, section 4): asked by a stranger, each must end where a stranger
 * ends anyway, with nothing of the shop in it. Who may look is decided behind the proxy, so it would also hold without.
 */
export async function bypass({ at }: AttackWorld) {
  const inside = ["/bloom", "/bloom/returns", "/bloom/returns/1001", "/bloom/settings/api", "/shops"];
  const subrequest = "src/proxy:src/proxy:src/proxy:src/proxy:src/proxy";
  const ways: ((path: string) => Promise<{ status: number; body: string }>)[] = [
    (path) => call(at.dashboard, path, null, { headers: { "x-middleware-subrequest": subrequest } }),
    (path) =>
      call(at.dashboard, path, null, {
        headers: { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
      }),
    (path) => call(at.dashboard, `${path}.rsc`, null),
    (path) => call(at.dashboard, `${path}.segments/_tree.segment.rsc`, null),
    (path) => call(at.dashboard, `${path}?nxtPshop=bloom&nxtPnumber=1001`, null),
    (path) =>
      call(at.dashboard, `${path}?_rsc=1`, null, { headers: { rsc: "1", "next-router-prefetch": "1" } }),
    (path) => call(at.dashboard, path, null, { headers: { "x-invoke-path": path, "x-matched-path": path } }),
    (path) => call(at.dashboard, `/_next/data/x${path}.json`, null),
    (path) => call(at.dashboard, path.toUpperCase(), null),
    (path) => call(at.dashboard, `//${path}`, null),
    (path) => call(at.dashboard, `${path}/%2e%2e/returns`, null),
    (path) => absolute(at.dashboard, path),
  ];
  const leaks: string[] = [];
  let tried = 0;
  for (const path of inside) {
    for (const [i, way] of ways.entries()) {
      tried += 1;
      const { status, body } = await way(path);
      if (status >= 500 || /katherine@|Katherine|Needs you|kept_live|Save view/.test(body))
        leaks.push(`${i} ${path} ${status}`);
    }
  }
  return { tried, leaks, ok: leaks.length === 0 };
}

/** A request line with a whole address in it, and an upgrade nobody offers. */
function absolute(origin: string, path: string): Promise<{ status: number; body: string }> {
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
    socket.write(
      `GET http://evil.example${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade, close\r\nUpgrade: websocket\r\n\r\n`,
    );
  });
}
