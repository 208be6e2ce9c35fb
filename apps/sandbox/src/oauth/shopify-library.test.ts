import "@shopify/shopify-api/adapters/web-api";
import { ApiVersion, HttpResponseError, LogSeverity, Session, shopifyApi } from "@shopify/shopify-api";
import { setAbstractFetchFunc } from "@shopify/shopify-api/runtime";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listen } from "../testing/listen.ts";
import { openShop } from "../testing/stand-in.ts";

const bloom = openShop();
const app = shopifyApi({
  apiKey: "kept-local",
  apiSecretKey: "shpss_kept_local",
  hostName: "app.test",
  hostScheme: "https",
  apiVersion: ApiVersion.October26,
  scopes: ["read_orders", "write_returns"],
  isEmbeddedApp: false,
  logger: { level: LogSeverity.Error },
});
const browser = { "user-agent": "Mozilla/5.0 (X11; Linux x86_64) Chrome/153.0.0.0" };
let local = (url: string) => url;
let close = async () => {};

beforeAll(async () => {
  const server = await listen(bloom.world);
  close = server.close;
  local = (url) => url.replace(/^https:\/\/([a-z0-9-]+\.myshopify\.com)/, `${server.url}/$1`);
  setAbstractFetchFunc(((input: string | URL | Request, init?: RequestInit) =>
    fetch(
      input instanceof Request ? new Request(local(input.url), input) : local(String(input)),
      init,
    )) as typeof fetch);
});
afterAll(() => close());

async function begin() {
  const rawRequest = new Request("https://app.test/auth", { headers: browser });
  const begun: Response = await app.auth.begin({
    shop: bloom.domain,
    callbackPath: "/back",
    isOnline: false,
    rawRequest,
  });
  const cookie = begun.headers
    .getSetCookie()
    .map((entry) => entry.split(";")[0])
    .join("; ");
  return { cookie, address: new URL(local(begun.headers.get("location") ?? "")) };
}

async function install(): Promise<Session> {
  const { cookie, address } = await begin();
  address.searchParams.set("decision", "approve");
  for (const scope of ["read_orders", "write_returns"]) address.searchParams.append("grant", scope);
  const consented = await fetch(address, { redirect: "manual" });
  const back = new Request(consented.headers.get("location") ?? "", { headers: { ...browser, cookie } });
  const { session } = await app.auth.callback({ rawRequest: back, expiring: true });
  return session;
}

test("Shopify's own library installs an app: state, signature, and a code for tokens that expire", async () => {
  const session = await install();
  expect(session.shop).toBe(bloom.domain);
  expect(session.scope).toBe("read_orders,write_returns");
  expect(session.refreshToken).toMatch(/^shprt_/);
  expect(Math.round(((session.expires?.getTime() ?? 0) - Date.now()) / 60_000)).toBe(60);
  const client = new app.clients.Graphql({ session });
  expect(
    (await client.request("{ shop { name } currentAppInstallation { accessScopes { handle } } }")).data,
  ).toEqual({
    shop: { name: "Bloom" },
    currentAppInstallation: {
      accessScopes: ["read_orders", "write_returns", "read_returns"].map((handle) => ({ handle })),
    },
  });
});

test("a merchant who is asked sees every permission, and one who says no is not sent back to the app", async () => {
  const { address } = await begin();
  address.searchParams.set("scope", "read_orders,write_gift_cards");
  const asked = await fetch(address, { redirect: "manual" });
  expect(asked.status).toBe(200);
  expect(await asked.text()).toContain("write_gift_cards");
  address.searchParams.set("decision", "deny");
  const denied = await fetch(address, { redirect: "manual" });
  expect(denied.headers.get("location")).toMatch(/^\/store\//);
});

test("a code works once, and a wrong secret never", async () => {
  const { address } = await begin();
  address.searchParams.set("decision", "approve");
  const consented = await fetch(address, { redirect: "manual" });
  const code = new URL(consented.headers.get("location") ?? "").searchParams.get("code");
  const fetchToken = (client_secret: string) =>
    fetch(local(`https://${bloom.domain}/admin/oauth/access_token`), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ client_id: "kept-local", client_secret, code }),
    }).then(async (reply) => ({
      status: reply.status,
      body: (await reply.json()) as Record<string, string>,
    }));
  expect((await fetchToken("wrong")).status).toBe(401);
  expect((await fetchToken("shpss_kept_local")).body.access_token).toMatch(/^shpat_/);
  expect(await fetchToken("shpss_kept_local")).toMatchObject({
    status: 400,
    body: { error: "invalid_request" },
  });
});

test("refreshing rotates both tokens; the old refresh token lives until the new access token is used", async () => {
  const session = await install();
  const refresh = (refreshToken: string | undefined) =>
    app.auth.refreshToken({ shop: bloom.domain, refreshToken: refreshToken ?? "" });
  const second = (await refresh(session.refreshToken)).session;
  expect(second.accessToken).not.toBe(session.accessToken);
  const third = (await refresh(session.refreshToken)).session;
  await new app.clients.Graphql({ session: third }).request("{ shop { name } }");
  await expect(refresh(session.refreshToken)).rejects.toThrow(HttpResponseError);
  const dead = new app.clients.Graphql({ session: new Session({ ...session.toObject() }) });
  await expect(dead.request("{ shop { name } }")).rejects.toMatchObject({ response: { code: 401 } });
});
