import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { env } from "./env.ts";

/**
 * Runs beside the chaos: drops database connections, and says once in a while how many legs are open and how many
 * connections it has dropped. `node side.ts <drops per second>`; ends when its input does.
 */
const perSecond = Number(process.argv[2]);
const sql = postgres(env.DATABASE_URL, { max: 1, onnotice: () => {}, connect_timeout: 3 });
let dropped = 0;
let dropping = true;
process.stdin.on("data", () => {
  dropping = false;
});
process.stdin.on("end", () => process.exit(0));

for (;;) {
  await sleep(500);
  try {
    if (dropping) {
      const gone = await sql`
        select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'
         order by random() limit ${Math.ceil(perSecond / 2)}`;
      dropped += gone.length;
    }
    const [legs] = await sql`
      select count(*) filter (where l.state in ('ready', 'sending', 'unknown') and not (l.kind = 'bonus' and exists (
        select 1 from issuance_legs b where b.issuance_id = l.issuance_id and b.kind = 'base' and b.state in ('human', 'rejected'))))::int as open
        from issuance_legs l`;
    process.stdout.write(`${JSON.stringify({ open: legs?.open, dropped })}\n`);
  } catch {
    // The database is being restarted: the next look tells more.
  }
}
