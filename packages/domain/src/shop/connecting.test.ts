import { createHmac, randomBytes } from "node:crypto";
import { eq, tables } from "@kept/database";
import { requiredScopes } from "@kept/shopify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { issueCredit } from "../issuance/index.ts";
import { foundOrganization, maySignIn, organizationsOf } from "../organization/index.ts";
import { homeFigures } from "../report/index.ts";
import { approveReturn } from "../return/index.ts";
import {
  askForReturn,
  bloom,
  expectBooksToAgree,
  openWorld,
  standingOf,
  type TestWorld,
  value,
} from "../testing/index.ts";
import { acrossAllShops } from "../tools.ts";
import {
  arriveFromShopify,
  beginInstall,
  checkShop,
  finishInstall,
  joinShop,
  noteUninstalled,
  pendingShop,
  signUpWithShop,
} from "./index.ts";

let world: TestWorld;
const browser = "Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 Chrome/153.0.0.0 Safari/537.36";

beforeAll(async () => {
  world = await openWorld({
    orders: ["#1001", "#1002"].map((name) => ({
      name,
      lines: [{ title: "Linen shirt", price: "20.00", quantity: 2 }],
    })),
  });
});
afterAll(() => world.close());

test("a new shop consents, its merchant signs up, says whose it is, and only then it is anybody's", async () => {
  const domain = await newShop();
  const arrived = await arriveFromShopify(world.tools, { granted: await consent(domain), userId: null });
  if (arrived.kind !== "pending") throw new Error("It joined somebody");
  expect(await pendingShop(world.tools, arrived.key)).toEqual({ domain });
  expect(await pendingShop(world.tools, "guessed")).toBeNull();

  const who = { name: "Nia New", organization: "Newcomer" };
  value(await signUpWithShop(world.tools, { key: arrived.key, email: "nia@new.example", ...who }));
  expect(await maySignIn(world.tools, "nia@new.example")).toBe(true);
  expect(
    await signUpWithShop(world.tools, { key: "guessed", email: "eve@new.example", ...who }),
  ).toMatchObject({
    error: { code: "NothingPending" },
  });
  const userId = await userOf("nia@new.example");
  const [mine] = await organizationsOf(world.tools, userId);
  const organizationId = mine?.id ?? "";
  const joins = () => joinShop(world.tools, { key: arrived.key, userId, organizationId });
  const away = await world.standIn.faults({ kind: "drop-before", count: null, shop: domain });
  expect(await joins()).toMatchObject({ error: { code: "ShopifyUnreachable" } });
  await world.standIn.endFault(away);
  expect(await pendingShop(world.tools, arrived.key)).toEqual({ domain });
  const { handle } = value(await joins());
  expect(domain).toBe(`${handle}.myshopify.com`);
  expect(await joins()).toMatchObject({ error: { code: "NothingPending" } });
});

test("nobody joins a shop to an organization they do not lead, nor takes one that is another's", async () => {
  const strangers = await foundOrganization(world.tools, {
    name: "Strangers",
    kind: "merchant",
    people: [{ email: "sam@strangers.example", name: "Sam", role: "owner" }],
  });
  const userId = strangers.memberIds[0] ?? "";
  const fresh = await arriveFromShopify(world.tools, { granted: await consent(await newShop()), userId });
  if (fresh.kind !== "pending") throw new Error("It joined somebody");
  const others = await acrossAllShops(world.tools, (tx) => tx.select().from(tables.organizations));
  const bloomsOwn = others.find(({ id }) => id === world.owner.organization.id)?.id ?? "";
  expect(await joinShop(world.tools, { key: fresh.key, userId, organizationId: bloomsOwn })).toMatchObject({
    error: { code: "NotAllowed" },
  });
  await uninstall();
  const taken = await arriveFromShopify(world.tools, { granted: await consent(world.domain), userId });
  if (taken.kind !== "pending") throw new Error("It joined somebody");
  expect(await joinShop(world.tools, { key: taken.key, userId, organizationId: strangers.id })).toMatchObject(
    { error: { code: "BelongsToAnother" } },
  );
  const back = await arriveFromShopify(world.tools, {
    granted: await consent(world.domain),
    userId: owner(),
  });
  expect(back).toMatchObject({ kind: "connected" });
});

test("a credit that was on its way when Kept was uninstalled goes out after it was installed again, once", async () => {
  const { number } = await askForReturn(world, { order: "#1001" });
  value(await approveReturn(world.owner, { number }));
  value(await issueCredit(world.owner, { number }));
  await uninstall();
  await world.advance();
  expect(await standingOf(world, number)).toEqual(["review", "base human not_installed", "bonus ready"]);
  await arriveFromShopify(world.tools, { granted: await consent(world.domain), userId: owner() });
  await world.work();
  expect((await standingOf(world, number))[0]).toBe("issued");
  await expectBooksToAgree(world);
});

test("while Kept is not installed nothing is issued or asked, and Home and the refusal say why", async () => {
  const { number } = await askForReturn(world, { order: "#1002" });
  value(await approveReturn(world.owner, { number }));
  expect((await homeFigures(world.owner)).needsYou.connected).toBe(true);
  await uninstall();
  expect(await issueCredit(world.owner, { number })).toEqual({ ok: false, error: { code: "Disconnected" } });
  expect(await checkShop(world.owner)).toEqual({ ok: false, error: { code: "Disconnected" } });
  expect((await homeFigures(world.owner)).needsYou.connected).toBe(false);
  await arriveFromShopify(world.tools, { granted: await consent(world.domain), userId: owner() });
  value(await issueCredit(world.owner, { number }));
  await world.work();
  expect((await standingOf(world, number))[0]).toBe("issued");
});

test("what says that Kept was uninstalled is not believed while our token lives", async () => {
  expect(await noteUninstalled(world.owner)).toBe(false);
  expect(await world.owner.admin()).toBeDefined();
});

test("the way back is good once, for the shop and the browser that were sent out, and only with Shopify's signature", async () => {
  const domain = await newShop();
  const { state, cookie } = await sentOut(domain);
  const back = (over: Record<string, string> = {}, cookies = cookie, secret?: string) =>
    finishInstall(world.tools, wayBack({ state, shop: domain, ...over }, cookies, secret));
  expect(await back({}, cookie, "not the secret")).toEqual({ ok: false, reason: "not_from_shopify" });
  expect(await back({ shop: world.domain })).toEqual({ ok: false, reason: "not_asked" });
  expect(await back({ shop: "evil.example" })).toMatchObject({ ok: false });
  expect(await back({ shop: `${domain}.evil.example` })).toMatchObject({ ok: false });
  expect(await back({ state: "another" })).toEqual({ ok: false, reason: "not_asked" });
  expect(await back({}, "")).toEqual({ ok: false, reason: "not_asked" });
  expect(await back()).toEqual({ ok: false, reason: "not_asked" });
});

function owner(): string {
  return world.owner.actor.kind === "member" ? world.owner.actor.userId : "";
}

async function newShop(): Promise<string> {
  const domain = `new-${randomBytes(4).toString("hex")}.myshopify.com`;
  await world.standIn.load(bloom(domain, []));
  return domain;
}

/** What Shopify's consent page and our exchange of its code come to. */
async function consent(shop: string) {
  const { accessToken, refreshToken = null } = await world.standIn.install(shop, requiredScopes, {
    expiring: true,
  });
  const expiresAt = new Date(Date.now() + 3_600_000);
  return { shop, accessToken, refreshToken, scopes: [...requiredScopes], expiresAt, refreshExpiresAt: null };
}

async function uninstall(): Promise<void> {
  await world.standIn.uninstall(world.domain);
  expect(await noteUninstalled(world.owner)).toBe(true);
}

async function userOf(email: string): Promise<string> {
  const [row] = await acrossAllShops(world.tools, (tx) =>
    tx.select({ id: tables.users.id }).from(tables.users).where(eq(tables.users.email, email)),
  );
  return row?.id ?? "";
}

async function sentOut(domain: string) {
  const request = new Request("http://dashboard.example/shopify", { headers: { "user-agent": browser } });
  const answer = await beginInstall(world.tools, request, { domain });
  const state = new URL(answer.headers.get("location") ?? "").searchParams.get("state") ?? "";
  const cookie = answer.headers.getSetCookie().map((set) => set.split(";")[0]);
  return { state, cookie: cookie.join("; ") };
}

function wayBack(query: Record<string, string>, cookie: string, secret = "shpss_kept_local"): Request {
  const params = new URLSearchParams({
    code: "a-code",
    timestamp: String(Math.floor(Date.now() / 1000)),
    ...query,
  });
  params.sort();
  params.set("hmac", createHmac("sha256", secret).update(params.toString()).digest("hex"));
  const headers = { "user-agent": browser, cookie };
  return new Request(`http://dashboard.example/shopify/callback?${params}`, { headers });
}
