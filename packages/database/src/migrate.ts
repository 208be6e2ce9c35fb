import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { prepareQueues } from "./jobs.ts";

/**
 * Brings the database at `url` to the newest schema: the SQL files in `folder`, then the job queues' own tables.
 * Safe to run from several machines at once: the second waits for the first (an advisory lock on one connection).
 */
export async function migrate(url: string, folder: string): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await client`select pg_advisory_lock(7305016)`;
    await applyMigrations(drizzle(client), { migrationsFolder: folder });
    await prepareQueues(url);
    await client.unsafe(`
      grant usage on schema pgboss to kept_app, kept_across;
      grant select, insert, update, delete on all tables in schema pgboss to kept_app, kept_across;
      grant execute on all functions in schema pgboss to kept_app, kept_across;`);
  } finally {
    await client.end();
  }
}
