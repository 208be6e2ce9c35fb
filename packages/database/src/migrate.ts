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
      grant usage on schema pgboss to kept_app, kept_across, kept_redactor;
      grant select, insert, update, delete on all tables in schema pgboss to kept_app, kept_across, kept_redactor;
      grant execute on all functions in schema pgboss to kept_app, kept_across;`);
    await client.unsafe(doorForForgetting);
  } finally {
    await client.end();
  }
}

/**
 * Every table with a shop can be reached by the role that forgets, whenever it was made: a table that was overlooked
 * would keep what a person or a shop asked to have removed.
 */
const doorForForgetting = `
  do $$
  declare t record;
  begin
    for t in
      select c.relname as name, case c.relname when 'shops' then 'id' else 'shop_id' end as tenant from pg_class c
       where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
         and (c.relname = 'shops' or exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'shop_id' and not a.attisdropped))
         and not exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'redaction')
    loop
      execute format('create policy redaction on %I to kept_redactor using (%I = current_shop()) with check (%I = current_shop())',
        t.name, t.tenant, t.tenant);
      execute format('grant select, insert, update, delete on %I to kept_redactor', t.name);
    end loop;
  end $$;`;
