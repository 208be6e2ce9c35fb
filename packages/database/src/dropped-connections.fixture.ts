// A process of its own for dropped-connections.test.ts: works through a small pool until told to stop, and says
// how many rounds succeeded and failed. It must live however often its connections are cut.
import { sql } from "drizzle-orm";
import { openDatabase } from "./connection.ts";

const database = openDatabase(process.argv[2] ?? "", { max: 6, name: "kept-dropped" });
let stopping = false;
let succeeded = 0;
let failed = 0;
process.once("SIGTERM", () => {
  stopping = true;
});

async function work() {
  while (!stopping) {
    try {
      await database.transaction(async (tx) => {
        await tx.execute(sql`select pg_sleep(0.002)`);
        await tx.execute(sql`select repeat('x', 3000)`);
      });
      succeeded += 1;
    } catch {
      failed += 1;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
}

process.stdout.write("ready\n");
await Promise.all(Array.from({ length: 12 }, work));
await database.execute(sql`select 1`);
await database.$client.end({ timeout: 2 });
process.stdout.write(`${JSON.stringify({ succeeded, failed })}\n`);
