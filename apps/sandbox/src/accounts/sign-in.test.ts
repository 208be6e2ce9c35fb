import { createHash, randomBytes } from "node:crypto";
import type { AddressInfo } from "node:net";
import { createRemoteJWKSet, jwtVerify } from "jose";
import { afterEach, expect, test } from "vitest";
import { loadShop } from "../load/load-shop.ts";
import { serve } from "../server/server.ts";
import { bloom } from "../testing/stand-in.ts";
import { World } from "../world/world.ts";

const redirect = "http://localhost:3001/callback";
const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** The server has to know its own address before it answers, as issuers do. */
async function open() {
  const settings = {
    publicUrl: "",
    appKey: "kept-local",
    appSecret: "shpss_kept_local",
    customerRedirects: [redirect],
  };
  const world = new World(settings);
  const shop = loadShop(world, bloom);
  const server = serve(world);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  settings.publicUrl = `http://localhost:${(server.address() as AddressInfo).port}`;
  closers.push(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = `${settings.publicUrl}/${shop.domain}/.well-known/openid-configuration`;
  const configuration = (await (await fetch(address)).json()) as Record<string, string>;
  return { shop, configuration };
}

/** Follows redirects as a browser would, cookies and all, until it leaves the stand-in. */
async function follow(address: string, jar: Map<string, string>): Promise<Response> {
  const reply = await fetch(address, {
    redirect: "manual",
    headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; ") },
  });
  for (const cookie of reply.headers.getSetCookie()) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
    if (name) jar.set(name, value ?? "");
  }
  const location = reply.headers.get("location");
  if (!location || location.startsWith(redirect)) return reply;
  return follow(new URL(location, address).toString(), jar);
}

test("a customer signs in with PKCE, and the app gets an RS256 id token that says who it is", async () => {
  const { shop, configuration } = await open();
  const verifier = randomBytes(32).toString("base64url");
  const authorize = new URL(configuration.authorization_endpoint ?? "");
  const challenge = createHash("sha256").update(verifier).digest("base64url");
  for (const [name, value] of Object.entries({
    client_id: "kept-local",
    redirect_uri: redirect,
    response_type: "code",
    scope: "openid email customer-account-api:full",
    state: "s",
    nonce: "n",
    code_challenge: challenge,
    code_challenge_method: "S256",
  })) {
    authorize.searchParams.set(name, value);
  }
  const jar = new Map<string, string>();
  const asked = await follow(authorize.toString(), jar);
  expect(await asked.text()).toContain("Sign in to Bloom");
  const consented = await follow(`${asked.url}?email=ada@example.com`, jar);
  const back = new URL(consented.headers.get("location") ?? "");
  expect(back.searchParams.get("state")).toBe("s");
  const exchange = (code_verifier: string) =>
    fetch(configuration.token_endpoint ?? "", {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({
        grant_type: "authorization_code",
        client_id: "kept-local",
        redirect_uri: redirect,
        code: back.searchParams.get("code") ?? "",
        code_verifier,
      }),
    });
  const tokens = (await (await exchange(verifier)).json()) as Record<string, string>;
  expect(tokens.refresh_token).toBeUndefined();
  const { payload, protectedHeader } = await jwtVerify(
    tokens.id_token ?? "",
    createRemoteJWKSet(new URL(configuration.jwks_uri ?? "")),
    { issuer: configuration.issuer ?? "", audience: "kept-local" },
  );
  expect(protectedHeader.alg).toBe("RS256");
  expect(payload).toMatchObject({
    sub: String(shop.customers.all()[0]?.id),
    email: "ada@example.com",
    nonce: "n",
  });
  expect((await exchange(verifier)).status).toBe(400);
});

test("a request without a challenge is refused", async () => {
  const { configuration } = await open();
  const query = new URLSearchParams({
    client_id: "kept-local",
    redirect_uri: redirect,
    response_type: "code",
    scope: "openid",
    state: "s",
  });
  const reply = await fetch(`${configuration.authorization_endpoint}?${query}`, { redirect: "manual" });
  expect(new URL(reply.headers.get("location") ?? "http://x").searchParams.get("error")).toBe(
    "invalid_request",
  );
});
