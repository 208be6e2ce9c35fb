import { createHmac, randomBytes, randomUUID } from "node:crypto";
import { inBatches } from "../in-batches.ts";
import type { AttackWorld } from "../world.ts";

const secret = "shpss_kept_local";

/**
 * Webhooks nobody signed: every changed signature, body or secret is refused and leaves no row. One that was signed has
 * one effect however often it comes, and none in another shop.
 */
export async function forgery({ at, sql }: AttackWorld, { forged = 10_000, replays = 1_000 } = {}) {
  const post = (headers: Record<string, string>, body: BodyInit) =>
    fetch(`${at.dashboard}/shopify/webhooks`, { method: "POST", headers, body }).then(async (response) => {
      await response.arrayBuffer();
      return response.status;
    });
  // The worker goes on meanwhile, and Shopify tells of what it does: only ours count.
  const rows = async () =>
    Number((await sql`select count(*) as n from webhook_events where webhook_id like 'attack-%'`)[0]?.n);
  const before = await rows();
  const statuses = await inBatches(forged, 32, (i) => {
    const { headers, body } = forge(i);
    return post(headers, body);
  });
  const rowsOfForged = (await rows()) - before;

  const { headers, body } = signed("bloom.myshopify.com");
  const replayed = await inBatches(replays, 32, () => post(headers, body));
  const rowsOfReplays = (await rows()) - before - rowsOfForged;

  const foreign = signed("bloom.myshopify.com", { shop_domain: "bloom.myshopify.com" });
  const settled = await rows();
  await post({ ...foreign.headers, "x-shopify-shop-domain": "fjord.myshopify.com" }, foreign.body);
  const rowsOfForeign = (await rows()) - settled;

  const refused = statuses.filter((status) => status === 401).length;
  return {
    forged,
    refused,
    rowsOfForged,
    replays: replayed.filter((status) => status === 200).length,
    rowsOfReplays,
    rowsOfForeign,
    ok: refused === forged && rowsOfForged === 0 && rowsOfReplays === 1 && rowsOfForeign === 0,
  };
}

function signed(shop: string, more: object = {}) {
  const body = JSON.stringify({ id: 1, admin_graphql_api_id: "gid://shopify/Return/1", ...more });
  const headers = {
    "content-type": "application/json",
    "x-shopify-topic": "returns/update",
    "x-shopify-hmac-sha256": createHmac("sha256", secret).update(body).digest("base64"),
    "x-shopify-shop-domain": shop,
    "x-shopify-webhook-id": `attack-${randomUUID()}`,
  };
  return { headers, body };
}

/** The i-th way of not being Shopify. */
function forge(i: number) {
  const { headers, body } = signed("bloom.myshopify.com");
  const signature = headers["x-shopify-hmac-sha256"];
  const at = i % signature.length;
  const flipped = signature.slice(0, at) + (signature[at] === "A" ? "B" : "A") + signature.slice(at + 1);
  const ways = [
    () => ({ headers: { ...headers, "x-shopify-hmac-sha256": flipped }, body }),
    () => ({ headers, body: `${body.slice(0, -1)},"n":${i}}` }),
    () => ({ headers, body: `${body} ` }),
    () => ({ headers: { ...headers, "x-shopify-hmac-sha256": randomBytes(32).toString("base64") }, body }),
    () => ({ headers: { ...headers, "x-shopify-hmac-sha256": `${signature}=` }, body }),
    () => ({ headers: { ...headers, "x-shopify-hmac-sha256": signature.slice(0, -(1 + (i % 8))) }, body }),
    () => ({ headers: { ...headers, "x-shopify-hmac-sha256": "" }, body }),
    () => ({
      headers: {
        ...headers,
        "x-shopify-hmac-sha256": createHmac("sha256", `secret ${i}`).update(body).digest("base64"),
      },
      body,
    }),
  ];
  return (ways[i % ways.length] ?? (() => ({ headers, body: "" })))();
}
