import { randomBytes, randomUUID } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Names } from "./asking.ts";
import { hashOf } from "./people.ts";
import type { AttackWorld } from "./world.ts";

/** Names that name nothing, as long as those that do. */
export const nothing = "00000000-0000-7000-8000-000000000000";

/**
 * What a shop's things are called, as somebody would know who has seen everything: with it a stranger is refused for who
 * they are, and for nothing else. What the demo has none of is put there: a photo, a batch, an endpoint, a view …
 */
export async function everythingOf({ sql, photos }: AttackWorld, handle: string): Promise<Names> {
  const one = async (text: string, ...values: string[]) =>
    ((await sql.unsafe(text, values))[0] as { id: string } | undefined)?.id ?? "";
  const shop = await one("select id from shops where handle = $1", handle);
  const organization = await one("select organization_id as id from shops where id = $1", shop);
  const owner = await one(
    "select user_id as id from members where organization_id = $1 and role = 'owner' limit 1",
    organization,
  );
  const returned = "select id from returns where shop_id = $1 order by number limit 1";
  const [theReturn] = await sql.unsafe<{ id: string; number: number; customer: string; order_gid: string }[]>(
    "select id, number, coalesce(customer_gid, '') as customer, order_gid from returns where shop_id = $1 order by number limit 1",
    [shop],
  );
  if (!theReturn) throw new Error(`${handle} has no return`);
  const hash = () => hashOf(randomBytes(32).toString("base64url"));
  const draft = randomBytes(16).toString("base64url");
  await sql`insert into return_drafts (shop_id, key, order_gid, order_name, locale, expires_at)
    values (${shop}, ${draft}, ${theReturn.order_gid}, '#1001', 'en', now() + interval '1 day')`;
  const endpoint = await one(
    "insert into webhook_endpoints (shop_id, url, topics, secret, created_by, disabled_at, disabled_because) values ($1, 'https://attack.example.com', '{credit.issued}', '\\x00', 'Attack', now(), 'person') returning id",
    shop,
  );
  const event = await one(
    `insert into outgoing_events (shop_id, topic, return_id, payload) select $1, 'credit.issued', id, '{}' from (${returned}) r returning id`,
    shop,
  );
  const copy = await one(
    "insert into settings_copies (user_id, source, source_version, sections) values ($1, 'Known', 1, '{resolutions}') returning id",
    owner,
  );
  const photo = randomUUID().replaceAll("-", "");
  mkdirSync(join(photos, photo.slice(0, 2)), { recursive: true });
  writeFileSync(join(photos, photo.slice(0, 2), photo), "RIFF");
  return {
    shop: handle,
    organization,
    "returns/number": String(theReturn.number),
    "returns/line": await one(
      "select id from return_lines where shop_id = $1 and return_id = $2 limit 1",
      shop,
      theReturn.id,
    ),
    "returns/quote": await one("select quote_id as id from returns where id = $1", theReturn.id),
    "returns/leg": (await one("select id from issuance_legs where shop_id = $1 limit 1", shop)) || nothing,
    "customers/number": theReturn.customer.split("/").at(-1) ?? "",
    "photos/photo": await one(
      "insert into return_photos (shop_id, return_id, fulfillment_line_item_gid, store_key, bytes, width, height) values ($1, $2, 'gid://x', $3, 4, 1, 1) returning id",
      shop,
      theReturn.id,
      photo,
    ),
    "bulk/id": await one(
      'insert into bulk_batches (shop_id, act, user_id, actor, state) values ($1, \'approve\', $2, \'{"kind":"member","name":"Attack"}\', \'paused\') returning id',
      shop,
      owner,
    ),
    "new/draft": draft,
    "[shop]/returns/new key": draft,
    "emails/kind": "return_received",
    "webhooks/endpoint": endpoint,
    "[shop]/settings/webhooks endpoint": endpoint,
    "webhook-endpoints/id": endpoint,
    "[shop]/settings/webhooks delivery": await one(
      "insert into webhook_deliveries (shop_id, event_id, endpoint_id, state) values ($1, $2, $3, 'failed') returning id",
      shop,
      event,
      endpoint,
    ),
    "[shop]/settings/api id": await one(
      "insert into api_keys (shop_id, name, prefix, secret_hash, scopes, created_by) values ($1, 'Known', 'kept_live_x', sha256($2::bytea), '{quotes}', 'Attack') returning id",
      shop,
      randomUUID(),
    ),
    "[shop]/returns id": await one(
      "insert into saved_views (shop_id, name, filters, saved_by) values ($1, 'Known', '{}', 'Attack') returning id",
      shop,
    ),
    "[shop]/settings/team invitation": await one(
      "insert into shop_invitations (shop_id, email, role, token_hash, invited_by, expires_at) values ($1, $3, 'viewer', $2, 'Attack', now() + interval '1 day') returning id",
      shop,
      hash(),
      `known-${randomUUID()}@attack.example`,
    ),
    "[shop]/settings/team organizationId":
      (await one(
        "select organization_id as id from shop_grants where shop_id = $1 and revoked_at is null limit 1",
        shop,
      )) || nothing,
    "ui/team invitation": await one(
      "insert into invitations (organization_id, email, role, token_hash, invited_by, expires_at) values ($1, $3, 'viewer', $2, 'Attack', now() + interval '1 day') returning id",
      organization,
      hash(),
      `known-${randomUUID()}@attack.example`,
    ),
    "ui/team userId": owner,
    "credits/number": String(theReturn.number),
    "credits/difference":
      (await one("select id from differences where shop_id = $1 limit 1", shop)) || nothing,
    "reconciliation/run": await one(
      'insert into reconciliation_runs (shop_id, actor, state, accounts, finished_at) values ($1, \'{"kind":"system","name":"attack"}\', \'done\', 0, now()) returning id',
      shop,
    ),
    "audit/document": await one(
      "insert into privacy_requests (shop_id, kind, customer_gid, document, done_at) values ($1, 'data_request', 'gid://shopify/Customer/1', '{\"known\":true}', now()) returning id",
      shop,
    ),
    "copy/copy": copy,
    "shops/copy copyId": copy,
    "shops/account id": await one("select id from sessions where user_id = $1 limit 1", owner),
    "invitation/token": "no-such-invitation",
    "access/token": "no-such-access",
    "invitation/[token] token": "no-such-invitation",
    "access/[token] token": "no-such-access",
    "auth/nextauth": "session",
  };
}

/** The same names, but of things that are not there. */
export function namesOfNothing(names: Names): Names {
  const absent = ([what, name]: [string, string]) =>
    isId(name) ? nothing : /new\/draft|new key/.test(what) ? "A".repeat(name.length) : name;
  return Object.fromEntries(
    Object.entries(names).map((entry) => [entry[0], absent(entry)]),
  ) as unknown as Names;
}

export function isId(name: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(name);
}
