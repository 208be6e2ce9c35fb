import { createHmac, randomBytes } from "node:crypto";
import { page } from "../pages/frame.ts";
import { html } from "../pages/html.ts";
import { type Call, fromResponse, type Reply } from "../server/exchange.ts";
import type { ShopWorld } from "../world/shop-world.ts";
import type { World } from "../world/world.ts";

/** What a merchant consented to, until the app fetches its token with the code. */
export interface Consent {
  shop: string;
  appKey: string;
  scopes: string[];
  perUser: boolean;
  /** Real time in milliseconds. */
  expiresAt: number;
}

const codeLifeMs = 60_000;

/**
 * GET /{shop}/admin/oauth/authorize: the page on which a merchant installs the app, with fewer permissions if they
 * like, or does not. An app that already has everything it asks for is sent straight back, as Shopify does.
 */
export async function authorize(world: World, shop: ShopWorld, call: Call): Promise<Reply> {
  const query = call.url.searchParams;
  const back = query.get("redirect_uri") ?? "";
  if (query.get("client_id") !== world.settings.appKey)
    return sorry("Oauth error invalid_request: Could not find Shopify API application with api_key");
  if (!/^https?:\/\//.test(back) || !URL.canParse(back))
    return sorry("Oauth error invalid_request: The redirect_uri is missing or not whitelisted");
  const wanted = (query.get("scope") ?? "")
    .split(",")
    .map((scope) => scope.trim())
    .filter(Boolean);
  const decision = query.get("decision");
  if (decision === "deny") return { status: 302, headers: { location: `/store/${shop.shop.handle}` } };
  const granted =
    decision === "approve" ? wanted.filter((scope) => query.getAll("grant").includes(scope)) : wanted;
  if (decision === "approve" || hasAll(shop, world.settings.appKey, wanted))
    return redirectBack(world, shop, query, granted);
  return consentPage(shop, query, wanted);
}

function hasAll(shop: ShopWorld, appKey: string, wanted: string[]): boolean {
  const installation = shop.installations.find((entry) => entry.appKey === appKey);
  return Boolean(
    installation && !installation.revokedAt && wanted.every((scope) => installation.scopes.includes(scope)),
  );
}

function redirectBack(world: World, shop: ShopWorld, query: URLSearchParams, scopes: string[]): Reply {
  const code = randomBytes(16).toString("hex");
  const perUser = query.getAll("grant_options[]").includes("per-user");
  world.consents.set(code, {
    shop: shop.domain,
    appKey: world.settings.appKey,
    scopes,
    perUser,
    expiresAt: Date.now() + codeLifeMs,
  });
  const answer = new URLSearchParams({
    code,
    host: Buffer.from(`admin.shopify.com/store/${shop.shop.handle}`).toString("base64").replace(/=+$/, ""),
    shop: shop.domain,
    state: query.get("state") ?? "",
    timestamp: String(Math.floor(Date.now() / 1000)),
  });
  const location = new URL(query.get("redirect_uri") ?? "");
  for (const [name, value] of signedQuery(answer, world.settings.appSecret))
    location.searchParams.set(name, value);
  return { status: 302, headers: { location: location.toString(), "cache-control": "no-store" } };
}

/** Adds `hmac`: hex HMAC-SHA256 of the sorted query with the app's secret. */
export function signedQuery(query: URLSearchParams, secret: string): URLSearchParams {
  const sorted = new URLSearchParams(query);
  sorted.sort();
  sorted.set("hmac", createHmac("sha256", secret).update(sorted.toString()).digest("hex"));
  return sorted;
}

async function consentPage(shop: ShopWorld, query: URLSearchParams, wanted: string[]): Promise<Reply> {
  const kept = [...query].filter(([name]) => name !== "decision" && name !== "grant");
  const hidden = kept.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`);
  const boxes = wanted.map(
    (scope) =>
      html`<label class="check"><input type="checkbox" name="grant" value="${scope}" checked><code>${scope}</code></label>`,
  );
  const body = html`<h1>Install ${query.get("client_id")}</h1>
<p class="soft">The app asks for these permissions in ${shop.shop.name}. Take some away to see what it does without them.</p>
<section class="sheet"><div class="body"><form method="get">
${hidden}
${boxes}
<div class="buttons"><button name="decision" value="approve">Install app</button><button name="decision" value="deny" class="quiet">Cancel</button></div>
</form></div></section>`;
  const reply = await fromResponse(page({ title: "Install app", body, shop }));
  // The way back leads to the app's own origin, which the usual policy of the pages would not let a form follow.
  const policy = (reply.headers?.["content-security-policy"] ?? "").replace(
    "form-action 'self'",
    "form-action 'self' http: https:",
  );
  return { ...reply, headers: { ...reply.headers, "content-security-policy": policy } };
}

function sorry(message: string): Reply {
  return { status: 400, headers: { "content-type": "text/plain; charset=utf-8" }, body: message };
}
