import { createHmac, randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import postgres from "postgres";

/**
 * The floor: a bare server that checks a webhook's signature and keeps it with its job in one transaction, without a look
 * at which shop it is of. Its jobs are put off, nobody takes them.
 */
export async function serveHooksBarely(databaseUrl: string) {
  const sql = postgres(databaseUrl, { max: 10, onnotice: () => {} });
  const [shop] = await sql<{ id: string }[]>`select id from shops where handle = 'tide'`;
  const shopId = shop?.id ?? "";
  const server = createServer(async (request, response) => {
    const body = await buffer(request);
    const right = createHmac("sha256", "shpss_kept_local").update(body).digest("base64");
    if (request.headers["x-shopify-hmac-sha256"] === right) await keep(sql, shopId, JSON.parse(`${body}`).id);
    response.end();
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.close();
      server.closeAllConnections();
      await sql.end({ timeout: 2 });
    },
  };
}

async function keep(sql: postgres.Sql, shopId: string, order: number): Promise<void> {
  const id = randomUUID();
  await sql.begin(async (tx) => {
    await tx`insert into webhook_events (shop_id, webhook_id, topic, subject, processed_at, outcome)
      values (${shopId}, ${id}, 'orders/updated', ${`gid://shopify/Order/${order}`}, now(), 'not_ours') on conflict do nothing`;
    await tx`insert into pgboss.job (name, data, start_after)
      values ('news', ${tx.json({ shopId, id })}, now() + interval '1 day')`;
  });
}
