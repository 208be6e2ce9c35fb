import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { tables } from "@kept/database";
import { issueDue } from "../../issuance/index.ts";
import { acrossAllShops } from "../../tools.ts";
import { env } from "../chaos/env.ts";
import { setScene } from "../scene.ts";
import { StandIn } from "../stand-in.ts";
import { rounded, say } from "./say.ts";
import { benchTools, creditsIssued } from "./tools.ts";

/**
 * `node wire.ts <credits>`: from the commit of an intent to the money call on the wire, one credit after another on an
 * idle system, measured where the call arrives.
 */
const arrived = new Map<string, number>();
const door = createServer((incoming, outgoing) => {
  const chunks: Buffer[] = [];
  incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
  incoming.on("end", () => {
    const at = Date.now();
    const body = Buffer.concat(chunks);
    for (const [tag] of body.toString().matchAll(/kept:[0-9a-f-]{36}:\d+|\d{4}-\d\d-\d\dT[\d:.]+Z/g))
      if (body.includes("mutation")) arrived.set(tag, at);
    const { method, url, headers } = incoming;
    const onward = request(new URL(url ?? "/", env.SHOPIFY_BASE_URL), { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.end(body);
  });
});
await new Promise<void>((ready) => door.listen(0, "127.0.0.1", ready));
const via = `http://127.0.0.1:${(door.address() as AddressInfo).port}`;
const count = Number(process.argv[2]);
const { tools } = await benchTools(via);
const standIn = new StandIn(env.SHOPIFY_BASE_URL);
const owner = await setScene(tools, standIn, { handle: "wire", count, plan: "enterprise" });
const work = issueDue(tools, { holder: "bench", atOnce: 1 });
work.poke();
while ((await creditsIssued(tools, owner.shop.id)) < count) await sleep(100);
await work.stop();
const attempts = await acrossAllShops(tools, (tx) => tx.select().from(tables.legAttempts));
const waits = attempts
  .flatMap(({ tag, committedAt }) => {
    const at = arrived.get(tag);
    return at === undefined ? [] : [at - committedAt.getTime()];
  })
  .sort((a, b) => a - b);
const at = (share: number) =>
  waits[Math.min(waits.length - 1, Math.floor(waits.length * share))] ?? Number.NaN;
say({
  bench: "issue",
  case: "committed intent to the wire",
  plan: "enterprise",
  value: rounded(at(0.5)),
  unit: "ms, median",
  floor: 20,
  ratio: rounded(at(0.5) / 20),
  goal: 1,
  p99: rounded(at(0.99)),
  calls: waits.length,
});
await tools.stop();
door.close();
door.closeAllConnections();
