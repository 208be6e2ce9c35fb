import { createHash, randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import postgres from "postgres";
import { privatePorts } from "../ports/choose-ports.ts";
import { startPostgres } from "../postgres/server.ts";
import { Crew } from "../processes/crew.ts";
import { whenAskedToLeave } from "../processes/leave.ts";
import { Progress } from "../progress/progress.ts";
import { bringUp } from "../stack/bring-up.ts";
import { openFolders, temporaryFolders } from "../stack/folders.ts";
import type { Addresses } from "../stack/product-environment.ts";

/** The whole product, private and gone afterwards, with a look at its database from beside. */
export interface AttackWorld {
  readonly at: Addresses;
  readonly databaseUrl: string;
  readonly sql: postgres.Sql;
  /** How many of the product's processes ended by themselves and were started again. */
  readonly exits: () => number;
  close(): Promise<void>;
}

export async function openAttackWorld(): Promise<AttackWorld> {
  const folders = temporaryFolders();
  openFolders(folders);
  const crew = new Crew(folders.all);
  const progress = new Progress();
  const ports = await privatePorts();
  const database = await startPostgres({ folder: folders.postgres, port: ports.postgres, throwaway: true });
  crew.join(database.process, 0, "INT");
  let exits = 0;
  const say = (line: string) => {
    if (/ended|stopped|again/i.test(line)) exits += 1;
    progress.say(line);
  };
  const close = async () => {
    await crew.end();
    for (const folder of folders.all) rmSync(folder, { recursive: true, force: true });
  };
  whenAskedToLeave(async () => {
    await close();
    process.exit(130);
  });
  const watchman = { crew, logs: folders.logs, say, giveUp: say };
  const wishes = { ports, folders, databaseUrl: database.url, throwaway: true };
  const at = await bringUp(wishes, watchman, progress);
  const sql = postgres(database.url, { max: 4, onnotice: () => {} });
  return {
    at,
    databaseUrl: database.url,
    sql,
    exits: () => exits,
    async close() {
      await sql.end({ timeout: 2 });
      await close();
    },
  };
}

/** Somebody with a browser. */
export interface Visitor {
  readonly name: string;
  readonly cookie: string;
}

/** A session of a person, as signing in makes it. */
export async function visitor(
  { sql }: AttackWorld,
  name: string,
  email: string,
  expires = "1 day",
): Promise<Visitor> {
  const token = randomBytes(32).toString("base64url");
  const hash = createHash("sha256").update(token).digest("base64url");
  await sql`insert into sessions (token, user_id, expires_at)
    select ${hash}, id, now() + ${expires}::interval from users where email = ${email}`;
  return { name, cookie: `kept-session=${token}` };
}

/** Everything one shop has, as one number: whoever changed anything changed it. */
export async function shopState({ sql }: AttackWorld, handle: string): Promise<string> {
  const [shop] = await sql<{ id: string }[]>`select id from shops where handle = ${handle}`;
  const tables = await sql<{ name: string; tenant: string }[]>`
    select c.relname as name, case c.relname when 'shops' then 'id' else 'shop_id' end as tenant
      from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
       and (c.relname = 'shops' or exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'shop_id'))
     order by 1`;
  const sums: string[] = [];
  for (const { name, tenant } of tables) {
    const [row] = await sql<{ sum: string }[]>`
      select coalesce(md5(string_agg(to_jsonb(t)::text, '|' order by to_jsonb(t)::text)), '') as sum
        from ${sql(name)} t where t.${sql(tenant)} = ${shop?.id ?? ""}`;
    sums.push(`${name}:${row?.sum}`);
  }
  const [team] = await sql<{ sum: string }[]>`
    select md5(string_agg(to_jsonb(m)::text, '|' order by to_jsonb(m)::text)) as sum from members m
      join shops s on s.organization_id = m.organization_id where s.id = ${shop?.id ?? ""}`;
  return [...sums, `members:${team?.sum}`].join("\n");
}
