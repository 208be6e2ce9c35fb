import { eq, tables } from "@kept/database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type TestWorld, value } from "../testing/index.ts";
import {
  changePortalSettings,
  claimDomain,
  handleAtHost,
  portalLink,
  readPortalAddress,
  readPortalLink,
  releaseDomain,
  verifyDomain,
} from "./index.ts";
import { hostIn } from "./portal-address.ts";

let bloom: TestWorld;
let other: TestWorld;
const records = new Map<string, string[]>();

/** The owner, asking name servers that say what the test writes down. */
const owner = (world = bloom) => {
  const said = (type: string) => async (name: string) => records.get(`${type} ${name}`) ?? [];
  return { ...world.owner, tools: { ...world.owner.tools, dns: { txt: said("TXT"), cname: said("CNAME") } } };
};

beforeAll(async () => {
  [bloom, other] = await Promise.all([openWorld({ orders: [] }), openWorld({ orders: [] })]);
});
afterAll(() => Promise.all([bloom.close(), other.close()]));

test("a domain opens when its DNS says that it is the shop's, and closes when it no longer does", async () => {
  const { records: wanted } = value(await claimDomain(owner(), { domain: "https://Returns.Bloom.Example/" }));
  expect(await verifyDomain(owner())).toMatchObject({ error: { code: "NotVerified" } });
  expect(await handleAtHost(bloom.tools, "returns.bloom.example")).toBeNull();

  const txt = wanted.find(({ type }) => type === "TXT");
  records.set(`TXT ${txt?.name}`, ["something else", txt?.value ?? ""]);
  expect(value(await verifyDomain(owner())).verified).toBe(true);
  expect(await handleAtHost(bloom.tools, "RETURNS.bloom.example:443")).toBe(bloom.owner.shop.handle);

  records.clear();
  expect(await verifyDomain(owner())).toMatchObject({ error: { code: "NotVerified" } });
  expect(await handleAtHost(bloom.tools, "returns.bloom.example")).toBeNull();

  const cname = wanted.find(({ type }) => type === "CNAME");
  records.set(`CNAME ${cname?.name}`, [`${cname?.value}.`]);
  expect(value(await verifyDomain(owner())).verified).toBe(true);
  value(await releaseDomain(owner()));
  expect((await readPortalAddress(owner())).own).toBeNull();
});

test("claimed by a second press while the first is still writing, it is the shop's own claim and not somebody else's", async () => {
  const domain = "returns.thread.example";
  const { claim } = await owner().inShop(async (tx) => {
    const shopId = bloom.owner.shop.id;
    await tx
      .select({ id: tables.shops.id })
      .from(tables.shops)
      .where(eq(tables.shops.id, shopId))
      .for("no key update");
    await tx.insert(tables.portalDomains).values({ domain, shopId, token: "of the first press" });
    const claim = claimDomain(owner(), { domain });
    await new Promise((later) => setTimeout(later, 200));
    return { claim };
  });
  expect(value(await claim).records.some(({ value }) => value.includes("of the first press"))).toBe(true);
  value(await releaseDomain(owner()));
});

test("a shop's sub-domain leads to it, a stranger's host to nobody", async () => {
  const { handle } = bloom.owner.shop;
  expect(await handleAtHost(bloom.tools, `${handle}.portal.example`)).toBe(handle);
  expect(await handleAtHost(bloom.tools, "nobody.portal.example")).toBeNull();
  expect(await handleAtHost(bloom.tools, `${handle}.portal.example.evil.example`)).toBeNull();
});

test.each([
  "localhost",
  "10.0.0.1",
  "[::1]",
  "bloom.example:8080",
  "shop.portal.example",
  "portal.example",
  "a b.example",
  "",
])("%j is no domain of a shop's own", (text) => {
  expect(hostIn(text, "http://portal.example")).toBeNull();
});

test("viewers claim nothing, and settings of customers change only by those who may", async () => {
  const viewer = { ...owner(), role: "viewer" as const };
  expect(await claimDomain(viewer, { domain: "shop.example" })).toMatchObject({
    error: { code: "NotAllowed" },
  });
  const settings = { proof: "postcode" as const, signIn: true };
  expect(await changePortalSettings(viewer, settings)).toMatchObject({ error: { code: "NotAllowed" } });
  expect(await changePortalSettings(owner(), settings)).toMatchObject({ ok: true });
});

test("a signed link fills in what the shop wrote, at this shop only, and nothing when it was changed", async () => {
  const link = new URL(await portalLink(owner(), { order: "#1001", contact: "ada@example.com" }));
  const token = link.searchParams.get("for") ?? "";
  expect(await readPortalLink(bloom.customer, token)).toEqual({ order: "#1001", contact: "ada@example.com" });
  expect(await readPortalLink(other.customer, token)).toBeNull();
  const [head, , signature] = token.split(".");
  const changed = Buffer.from(JSON.stringify({ order: "call +1 555", contact: "x" })).toString("base64url");
  expect(await readPortalLink(bloom.customer, `${head}.${changed}.${signature}`)).toBeNull();
});
