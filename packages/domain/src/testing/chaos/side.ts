import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { env } from "./env.ts";

/**
 * Runs beside the chaos: says once in a while how many legs are open, and drops database connections, as many of the
 * wished as are done of those legs in which they are to happen, a share of all. `node side.ts <drops> <legs> <share>`;
 * told "calm" it drops no more, and ends when its input does.
 */
const [drops = 0, legs = 1, share = 1] = process.argv.slice(2).map(Number);
const sql = postgres(env.DATABASE_URL, { max: 1, onnotice: () => {}, connect_timeout: 3 });
let dropped = 0;
let open = legs;
let dropping = true;
process.stdin.on("data", () => {
  dropping = false;
});
process.stdin.on("end", () => process.exit(0));

const mostAtOnce = 12;
for (;;) {
  await sleep(250);
  try {
    const wanted = Math.ceil((drops * (legs - open)) / (0.95 * share * legs)) - dropped;
    if (dropping && wanted > 0) {
      const gone = await sql`
        select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'
         order by random() limit ${Math.min(wanted, mostAtOnce)}`;
      dropped += gone.length;
    }
    const [row] = await sql`
      select count(*) filter (where l.state in ('ready', 'sending', 'unknown') and not (l.kind = 'bonus' and exists (
        select 1 from issuance_legs b where b.issuance_id = l.issuance_id and b.kind = 'base' and b.state in ('human', 'rejected'))))::int as open
        from issuance_legs l`;
    open = Number(row?.open);
    process.stdout.write(`${JSON.stringify({ open, dropped })}\n`);
  } catch {
    // The database is being restarted: the next look tells more.
  }
}
