import { createHash, randomBytes, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import postgres from "postgres";
import { type ReturnRows, rowsOfReturn, writeAgain } from "./bare-return.ts";

/**
 * The floor: a bare server that does the portal's work for a look-up and for a quote, statement by statement, without a
 * page, a language, a rule or a wall. It is asked with what the portal's own form carries. And it writes the rows of a
 * return again and again, without looking at the order, the rules or the sum.
 */
export async function serveBarely(databaseUrl: string, shopify: string) {
  const sql = postgres(databaseUrl, { max: 10, onnotice: () => {} });
  const [shop] = await sql<{ id: string }[]>`select id from shops where handle = 'bloom'`;
  const shopId = shop?.id ?? "";
  const token = await tokenFor(shopify);
  const known = new Map<string, Promise<ReturnRows>>();
  const again = async (key: string) => {
    const rows = known.get(key) ?? rowsOfReturn(sql, shopId, key);
    known.set(key, rows);
    return writeAgain(sql, shopId, await rows);
  };
  const server = createServer(async (request, response) => {
    const body = await textOf(request);
    const { searchParams } = new URL(request.url ?? "/", "http://bare");
    const [draft, made] = [searchParams.get("draft"), searchParams.get("return")];
    const answer = draft
      ? await quote(sql, shopId, draft, { shopify, token })
      : made
        ? await again(made)
        : await lookUp(sql, shopId, String(request.headers["x-forwarded-for"]), body);
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(answer));
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

/** Three counted tries in one transaction; the lookup and its job in another. */
async function lookUp(sql: postgres.Sql, shopId: string, address: string, body: string) {
  const subjects = [address, body, `${body} contact`].map((text) =>
    createHash("sha256").update(text).digest("base64url"),
  );
  await sql.begin(async (tx) => {
    for (const subject of subjects)
      await tx`insert into rate_limits (subject, window_start) values (${subject}, to_timestamp(floor(extract(epoch from clock_timestamp()) / 600) * 600))
        on conflict (subject, window_start) do update set hits = rate_limits.hits + 1 returning hits`;
  });
  const key = randomBytes(16).toString("base64url");
  await sql.begin(async (tx) => {
    const id = randomUUID();
    await tx`insert into lookups (id, shop_id, key, order_name, contact_kind, contact, locale, asked_at, expires_at)
      values (${id}, ${shopId}, ${key}, '#1001', 'email', 'ada@example.com', 'en', now(), now() + interval '30 minutes')`;
    await tx`insert into pgboss.job (name, data, start_after) values ('look_up', ${tx.json({ shopId, id })}, now() + interval '2 minutes')`;
  });
  return { key };
}

/** The draft with its order, the rules and what is on its way already; Shopify where the order was not just seen. */
async function quote(
  sql: postgres.Sql,
  shopId: string,
  key: string,
  from: { shopify: string; token: string },
) {
  const draft = await sql.begin(async (tx) => {
    const [row] =
      await tx`select * from return_drafts where shop_id = ${shopId} and key = ${key} and expires_at > clock_timestamp()`;
    await tx`select key from returns where shop_id = ${shopId} and draft_id = ${row?.id ?? null}`;
    await tx`select id from return_photos where shop_id = ${shopId} and draft_id = ${row?.id ?? null}`;
    await tx`select r.id, l.line_item_gid, l.quantity from returns r join return_lines l on l.shop_id = r.shop_id and l.return_id = r.id
      where r.shop_id = ${shopId} and r.order_gid = ${row?.order_gid ?? ""}`;
    await tx`select * from policy_versions where shop_id = ${shopId} order by version desc limit 1`;
    return row;
  });
  if (draft && Date.now() - draft.order_seen_at < 15_000) return draft.order_seen;
  const query = `query($id: ID!) { order(id: $id) { id name createdAt email currencyCode presentmentCurrencyCode
    totalRefundedSet { presentmentMoney { amount } } customer { id tags }
    lineItems(first: 50) { nodes { id title quantity currentQuantity discountedTotalSet { presentmentMoney { amount } }
      taxLines { priceSet { presentmentMoney { amount } } } } } } }`;
  const answer = await fetch(`${from.shopify}/bloom.myshopify.com/admin/api/2026-10/graphql.json`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-shopify-access-token": from.token },
    body: JSON.stringify({ query, variables: { id: draft?.order_gid } }),
  });
  const order = await answer.json();
  await sql`update return_drafts set order_seen_at = clock_timestamp() where shop_id = ${shopId} and key = ${key}`;
  return order;
}

/** A token of its own: the portal's is sealed. */
async function tokenFor(shopify: string): Promise<string> {
  const app = {
    shop: "bloom.myshopify.com",
    scopes: ["read_orders", "read_customers", "read_products"],
    appKey: "bare",
    appName: "Bare",
  };
  const answer = await fetch(`${shopify}/control/installations`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(app),
  });
  return ((await answer.json()) as { accessToken: string }).accessToken;
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
