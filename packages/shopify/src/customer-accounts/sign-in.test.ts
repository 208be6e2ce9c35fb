import { afterAll, beforeAll, expect, test } from "vitest";
import {
  connectShopify,
  ordersOfCustomer,
  requiredScopes,
  SignInRefused,
  SignInUnavailable,
} from "../index.ts";
import { type StandIn, startStandIn } from "../testing/stand-in.ts";

const redirectUri = "http://localhost:3001/callback";
const fjord = { domain: "fjord.myshopify.com", clientId: "kept-local" };
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
  const nowhere = { domain: "nowhere.myshopify.com", clientId: "kept-local", redirectUri };
  await expect(app.customers.begin(nowhere)).rejects.toBeInstanceOf(SignInUnavailable);
});
