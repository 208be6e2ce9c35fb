import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import {
  connectShopify,
  ordersOfCustomer,
  requiredScopes,
  SignInRefused,
  SignInUnavailable,
} from "../index.ts";
import { type StandIn, startStandIn } from "../testing/stand-in.ts";

const redirectUri = "http://localhost:3001/callback";
const fjord = { domain: "fjord.myshopify.com", clientId: "kept-local", accountsUrl: null };
let standIn: StandIn;
let app: ReturnType<typeof connectShopify>;

beforeAll(async () => {
  standIn = await startStandIn();
  app = connectShopify({ apiKey: "kept-local", apiSecret: "shpss_kept_local", baseUrl: standIn.url });
});
afterAll(() => standIn.stop());

/** Goes where a browser goes, saying who it is on the way, until it leads back to us. */
async function browse(address: string, email: string, jar = new Map<string, string>()): Promise<URL> {
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
  const reply = await fetch(address, { redirect: "manual", headers: { cookie } });
  for (const set of reply.headers.getSetCookie()) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
    if (name) jar.set(name, value ?? "");
  }
  const location = reply.headers.get("location");
  if (!location) return browse(`${address}?email=${encodeURIComponent(email)}`, email, jar);
  const next = new URL(location, address);
  return next.href.startsWith(redirectUri) ? next : browse(next.href, email, jar);
}

test("Lena signs in with her account at the shop, and only her orders are hers", async () => {
  const started = await app.customers.begin({ ...fjord, redirectUri });
  const cameBack = await browse(started.url, "lena@example.com");
  const who = await app.customers.finish(fjord, started, cameBack);
  expect(who.email).toBe("lena@example.com");
  const accessToken = await standIn.install(fjord.domain, requiredScopes);
  const orders = await ordersOfCustomer(app.admin({ shop: fjord.domain, accessToken }), who.customerId);
  expect(orders.map(({ name }) => name)).toContain("#2001");
  expect(await ordersOfCustomer(app.admin({ shop: fjord.domain, accessToken }), "1 OR 2")).toEqual([]);
});

test("an answer for another browser, another time or another shop is not believed", async () => {
  const started = await app.customers.begin({ ...fjord, redirectUri });
  const cameBack = await browse(started.url, "lena@example.com");
  for (const wrong of [{ state: "x" }, { verifier: "x".repeat(43) }]) {
    const finish = app.customers.finish(fjord, { ...started, ...wrong }, cameBack);
    await expect(finish).rejects.toBeInstanceOf(SignInRefused);
  }
  const other = await app.customers.begin({ ...fjord, redirectUri });
  const answer = await browse(other.url, "lena@example.com");
  const replayed = app.customers.finish(fjord, { ...other, nonce: started.nonce }, answer);
  await expect(replayed).rejects.toBeInstanceOf(SignInRefused);
  const cancelled = new URL(`${redirectUri}?error=access_denied&state=${other.state}`);
  await expect(app.customers.finish(fjord, other, cancelled)).rejects.toBeInstanceOf(SignInRefused);
});

test("a shop without such accounts says so", async () => {
  const nowhere = { ...fjord, domain: "nowhere.myshopify.com", redirectUri };
  await expect(app.customers.begin(nowhere)).rejects.toBeInstanceOf(SignInUnavailable);
});

test.each(["authorization_endpoint", "token_endpoint", "jwks_uri", "issuer"])(
  "accounts whose %s lies elsewhere are not asked, and nobody is sent there",
  async (named) => {
    const asked: string[] = [];
    const accounts = await serve((path, origin) => {
      asked.push(path);
      return { body: { ...endpointsAt(origin), [named]: "http://169.254.169.254/latest" } };
    });
    const shop = { ...fjord, redirectUri };
    await expect(signInAt(accounts).begin(shop)).rejects.toBeInstanceOf(SignInUnavailable);
    await expect(signInAt(accounts).finish(fjord, started, cameBack)).rejects.toBeInstanceOf(
      SignInUnavailable,
    );
    expect(asked.every((path) => path.endsWith("/.well-known/openid-configuration"))).toBe(true);
  },
);

test("an answer that points elsewhere is followed neither in discovery nor with the code", async () => {
  const asked: string[] = [];
  const accounts = await serve((path, origin) => {
    asked.push(path);
    return path.endsWith("openid-configuration")
      ? { body: endpointsAt(origin) }
      : { to: `${origin}/elsewhere` };
  });
  await expect(signInAt(accounts).finish(fjord, started, cameBack)).rejects.toBeInstanceOf(SignInRefused);
  expect(asked).not.toContain("/elsewhere");
  const moved = await serve((path, origin) => {
    asked.push(path);
    return { to: `${origin}/elsewhere` };
  });
  await expect(signInAt(moved).begin({ ...fjord, redirectUri })).rejects.toBeInstanceOf(SignInUnavailable);
  expect(asked).not.toContain("/elsewhere");
});

const started = { state: "s", nonce: "n", verifier: "v".repeat(43) };
const cameBack = new URL(`${redirectUri}?code=c&state=s`);

const signInAt = (baseUrl: string) =>
  connectShopify({ apiKey: "kept-local", apiSecret: "shpss_kept_local", baseUrl }).customers;

const endpointsAt = (origin: string) => ({
  issuer: origin,
  authorization_endpoint: `${origin}/authorize`,
  token_endpoint: `${origin}/token`,
  jwks_uri: `${origin}/keys`,
});

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

/** Accounts that answer as a test wants them to. */
async function serve(
  answer: (path: string, origin: string) => { body: object } | { to: string },
): Promise<string> {
  const server = createServer((request, response) => {
    const said = answer(request.url ?? "", `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    if ("to" in said) response.writeHead(307, { location: said.to }).end();
    else response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(said.body));
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  open.push(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
