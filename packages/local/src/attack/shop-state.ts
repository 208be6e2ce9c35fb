import { setTimeout as sleep } from "node:timers/promises";
import type { AttackWorld } from "./world.ts";

/**
 * Everything one shop has, a line a table: whoever changed anything changed a line. What was last seen of an order is left
 * out: whoever may look at a draft remembers it, and changes nothing by that.
 */
export async function shopState({ sql }: AttackWorld, handle: string): Promise<string[]> {
  const [shop] = await sql<{ id: string }[]>`select id from shops where handle = ${handle}`;
  const tables = await sql<{ name: string; tenant: string }[]>`
    select c.relname as name, case c.relname when 'shops' then 'id' else 'shop_id' end as tenant
      from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
       and (c.relname = 'shops' or exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'shop_id'))
     order by 1`;
  const sums: string[] = [];
  for (const { name, tenant } of tables) {
    const [row] = await sql<{ sum: string }[]>`
      select coalesce(md5(string_agg(row::text, '|' order by row::text)), '') as sum
        from (select to_jsonb(t) - '{order_seen,order_seen_at}'::text[] as row, ${sql(tenant)} from ${sql(name)} t) t where t.${sql(tenant)} = ${shop?.id ?? ""}`;
    sums.push(`${name}:${row?.sum}`);
  }
  for (const table of ["members", "invitations"]) {
    const [row] = await sql<{ sum: string }[]>`
      select md5(string_agg(to_jsonb(m)::text, '|' order by to_jsonb(m)::text)) as sum from ${sql(table)} m
        join shops s on s.organization_id = m.organization_id where s.id = ${shop?.id ?? ""}`;
    sums.push(`${table}:${row?.sum}`);
  }
  return sums;
}

/**
 * The shop's rows once the demo's own credits and letters have come to rest, with what Shopify could not tell while
 * nobody listened, and without what the worker does by the clock or tries again later, such as a webhook nobody took:
 * all that stands still from here on, so that what changes then was changed by us.
 */
export async function settledState(world: AttackWorld, handle: string): Promise<string[]> {
  await world.sql`delete from pgboss.schedule`;
  const hurried = await fetch(`${world.at.sandbox}/control/webhooks/hurry?shop=${handle}`, {
    method: "POST",
  });
  if (!hurried.ok) throw new Error(`The stand-in did not hurry: ${hurried.status}`);
  let last: string[] = [];
  for (let same = 0, tries = 0; same < 3 && tries < 60; tries += 1) {
    await world.sql`delete from pgboss.job where state in ('created', 'retry') and start_after > now()`;
    const now = await shopState(world, handle);
    same = changed(last, now).length === 0 ? same + 1 : 0;
    last = now;
    await sleep(700);
  }
  return last;
}

/** The tables that are not as they were. */
export function changed(before: readonly string[], after: readonly string[]): string[] {
  const old = new Set(before);
  return after.flatMap((line) => (old.has(line) ? [] : [line.split(":")[0] ?? ""]));
}
