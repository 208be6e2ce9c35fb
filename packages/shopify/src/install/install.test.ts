import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { connectShopify, type ShopifyApp } from "../connect.ts";

const appUrl = "https://dashboard.kept.example";
const secret = "shpss_test";
const browser = {
  "user-agent": "Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 Chrome/153.0.0.0 Safari/537.36",
};

describe("a merchant installs Kept", () => {
  test("they are sent to Shopify to consent to what Kept needs, and come back with tokens that can be renewed", async () => {
    const { app, posted } = await shopify({
      access_token: "shpat_new",
      scope: "read_orders,write_returns",
      expires_in: 3600,
      refresh_token: "shprt_1",
      refresh_token_expires_in: 7_776_000,
    });
    const { state, cookie, location } = await begin(app);
    expect(location.pathname).toBe("/bloom.myshopify.com/admin/oauth/authorize");
    expect(location.searchParams.get("client_id")).toBe("kept-test");
    expect(location.searchParams.get("scope")).toContain("write_store_credit_account_transactions");
    expect(location.searchParams.get("redirect_uri")).toBe(`${appUrl}/shopify/callback`);

    const finished = await app.install.finish(wayBack({ state }, cookie), { appUrl });
    expect(finished).toMatchObject({
      ok: true,
      granted: {
        shop: "bloom.myshopify.com",
        accessToken: "shpat_new",
        scopes: ["read_orders", "write_returns"],
        refreshToken: "shprt_1",
      },
    });
    expect(posted[0]).toMatchObject({ code: "the-code", expiring: "1", client_secret: secret });
    if (finished.ok) {
      expect(finished.granted.expiresAt?.getTime()).toBeGreaterThan(Date.now() + 3_500_000);
      expect(finished.cookies.join()).not.toContain("shopify_app_session");
    }
  });

  test("a way back nobody set out on is not accepted", async () => {
    const { app, posted } = await shopify({});
    const { state, cookie } = await begin(app);
    expect(await app.install.finish(wayBack({ state }), { appUrl })).toEqual({
      ok: false,
      reason: "not_asked",
    });
    expect(await app.install.finish(wayBack({ state: "another" }, cookie), { appUrl })).toMatchObject({
      ok: false,
    });
    expect(posted).toHaveLength(0);
  });

  test("a way back with a wrong signature, or to a shop that is none, is not accepted", async () => {
    const { app, posted } = await shopify({});
    const { state, cookie } = await begin(app);
    const forged = wayBack({ state }, cookie, "another secret");
    expect(await app.install.finish(forged, { appUrl })).toEqual({ ok: false, reason: "not_from_shopify" });
    const elsewhere = wayBack({ state, shop: "bloom.myshopify.com.evil.example" }, cookie);
    expect(await app.install.finish(elsewhere, { appUrl })).toEqual({
      ok: false,
      reason: "not_from_shopify",
    });
    expect(posted).toHaveLength(0);
  });

  test("an address that is not a shop's is never sent anybody", async () => {
    const { app } = await shopify({});
    const request = new Request(`${appUrl}/shopify/begin`, { headers: browser });
    const wish = { shop: "evil.example", appUrl, callbackPath: "/shopify/callback" };
    await expect(app.install.begin(request, wish)).rejects.toThrow(RangeError);
  });

  test("an opening of the app is believed when Shopify signed it", async () => {
    const { app } = await shopify({});
    const url = wayBack({ state: "x" }).url;
    expect(await app.install.opened(new URL(url), { appUrl })).toBe(true);
    expect(await app.install.opened(new URL(url.replace("the-code", "another")), { appUrl })).toBe(false);
  });
});

describe("an expiring token is renewed", () => {
  test("and the refresh token changes with it", async () => {
    const { app, posted } = await shopify({
      access_token: "shpat_2",
      scope: "",
      expires_in: 3600,
      refresh_token: "shprt_2",
      refresh_token_expires_in: 7_776_000,
    });
    const granted = await app.renewToken({ shop: "bloom.myshopify.com", refreshToken: "shprt_1" });
    expect(granted).toMatchObject({ accessToken: "shpat_2", refreshToken: "shprt_2" });
    expect(posted[0]).toMatchObject({ grant_type: "refresh_token", refresh_token: "shprt_1" });
  });

  test("unless Shopify does not take it any more: then the merchant installs again", async () => {
    const { app } = await shopify({ error: "invalid_grant" }, 400);
    expect(await app.renewToken({ shop: "bloom.myshopify.com", refreshToken: "old" })).toBeNull();
  });
});

async function begin(app: ShopifyApp): Promise<{ state: string; cookie: string; location: URL }> {
  const request = new Request(`${appUrl}/shopify/begin`, { headers: browser });
  const wish = { shop: "bloom.myshopify.com", appUrl, callbackPath: "/shopify/callback" };
  const response = await app.install.begin(request, wish);
  const location = new URL(response.headers.get("location") ?? "");
  const cookie = response.headers
    .getSetCookie()
    .map((set) => set.split(";")[0])
    .join("; ");
  return { state: location.searchParams.get("state") ?? "", cookie, location };
}

function wayBack(given: { state: string; shop?: string }, cookie = "", signedWith = secret): Request {
  const query = new URLSearchParams({
    code: "the-code",
    host: Buffer.from("admin.shopify.com/store/bloom").toString("base64"),
    shop: given.shop ?? "bloom.myshopify.com",
    state: given.state,
    timestamp: String(Math.floor(Date.now() / 1000)),
  });
  query.sort();
  query.set("hmac", createHmac("sha256", signedWith).update(query.toString()).digest("hex"));
  return new Request(`${appUrl}/shopify/callback?${query}`, { headers: { ...browser, cookie } });
}

/** A Shopify that answers its token endpoint. */
async function shopify(
  answer: object,
  status = 200,
): Promise<{ app: ShopifyApp; posted: Record<string, string>[] }> {
  const posted: Record<string, string>[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    posted.push(JSON.parse(body));
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(answer));
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { app: connectShopify({ apiKey: "kept-test", apiSecret: secret, baseUrl }), posted };
}
