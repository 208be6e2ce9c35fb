import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "@kept/database";
import { issueDue } from "../../issuance/index.ts";
import { env } from "../chaos/env.ts";
import { setScene } from "../scene.ts";
import { StandIn } from "../stand-in.ts";
import { rounded, say } from "./say.ts";
import { benchTools, creditsIssued } from "./tools.ts";

/**
 * `node ceiling.ts <credits>`: two-leg credits a second with points without end, eight lanes at once, and what of them is
 * this process's own work. Floor: transactions of six statements a second, on eight connections, in the same run.
 */
const count = Number(process.argv[2]);
const { tools } = await benchTools();
const standIn = new StandIn(env.SHOPIFY_BASE_URL);
await standIn.openThrottle();
const owner = await setScene(tools, standIn, { handle: "ceiling", count, plan: "enterprise" });
const floor = await sixStatements(3_000);
const cpu = process.cpuUsage();
const started = performance.now();
const work = issueDue(tools, { holder: "bench", atOnce: 8 });
work.poke();
let issued = 0;
while (issued < count * 0.95) {
  await sleep(200);
  issued = await creditsIssued(tools, owner.shop.id);
}
const took = (performance.now() - started) / 1_000;
const used = process.cpuUsage(cpu);
await work.stop();
const value = issued / took;
say({
  bench: "issue",
  case: "points without end",
  plan: "open",
  value: rounded(value),
  unit: "two-leg credits/s",
  floor: rounded(floor),
  ratio: rounded(value / floor),
  goal: 0.3,
  cpuMsPerCredit: rounded((used.user + used.system) / 1_000 / issued),
  ownShareOfACore: rounded((used.user + used.system) / 1e6 / took),
});
await tools.stop();

async function sixStatements(ms: number): Promise<number> {
  const until = performance.now() + ms;
  let done = 0;
  await Promise.all(
    Array.from({ length: 8 }, async (_, lane) => {
      while (performance.now() < until) {
        await tools.database.transaction(async (tx) => {
          for (let i = 0; i < 3; i += 1) await tx.execute(sql`select ${lane}::int as lane`);
          await tx.execute(
            sql`create temporary table if not exists floor_rows (lane int) on commit preserve rows`,
          );
          await tx.execute(sql`insert into floor_rows values (${lane})`);
          await tx.execute(sql`select count(*) from floor_rows`);
        });
        done += 1;
      }
    }),
  );
  return done / (ms / 1_000);
}
