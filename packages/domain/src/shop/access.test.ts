import { eq, sql, tables } from "@kept/database";
import { grantedScopes, requiredScopes } from "@kept/shopify";
import { afterAll, beforeEach, expect, test } from "vitest";
import { openWorld, type TestWorld } from "../testing/index.ts";
import { acrossAllShops, type Tools } from "../tools.ts";
import { memberContext, NotInstalled, rewrapKeys } from "./index.ts";
import { keepInstallation } from "./installation.ts";

const { installations, shopKeys } = tables;
const worlds: TestWorld[] = [];
let world: TestWorld;

beforeEach(async () => {
  world = await openWorld({ orders: [] });
  worlds.push(world);
  const given = await world.standIn.install(world.domain, requiredScopes, { expiring: true });
  await world.owner.inShop((tx) =>
    keepInstallation(world.tools, tx, world.owner.shop.id, { ...given, expiresAt: new Date(0) }),
  );
});
afterAll(() => Promise.all(worlds.map((each) => each.close())));

test("who died after renewing and before writing it down leaves a token that can be renewed", async () => {
  const refreshToken =
    (await world.standIn.install(world.domain, requiredScopes, { expiring: true })).refreshToken ?? "";
  await world.owner.inShop((tx) =>
    keepInstallation(world.tools, tx, world.owner.shop.id, {
      accessToken: "lost",
      refreshToken,
      expiresAt: new Date(0),
      scopes: requiredScopes,
    }),
  );
  await world.tools.shopify.renewToken({ shop: world.domain, refreshToken });
  expect(await grantedScopes(await world.owner.admin())).toContain("read_orders");
});

test("who died while renewing holds nobody up for longer than their lease", async () => {
  await world.owner.inShop((tx) =>
    tx.update(installations).set({ renewalLeaseUntil: sql`clock_timestamp() + interval '400 milliseconds'` }),
  );
  expect(await grantedScopes(await world.owner.admin())).toContain("read_orders");
});

test("a refresh token that Shopify takes no more asks for the merchant, once", async () => {
  await world.owner.inShop((tx) =>
    keepInstallation(world.tools, tx, world.owner.shop.id, {
      accessToken: "dead",
      refreshToken: "shprt_unknown",
      expiresAt: new Date(0),
      scopes: requiredScopes,
    }),
  );
  const renewals = countRenewals(world);
  await expect(world.owner.admin()).rejects.toThrow(NotInstalled);
  await expect(world.owner.admin()).rejects.toThrow(NotInstalled);
  expect(renewals()).toBe(1);
});

test("a merchant who connects the shop while its old tokens are refused is connected", async () => {
  const app = world.tools.shopify;
  const given = await world.standIn.install(world.domain, requiredScopes, { expiring: true });
  const shopify = {
    ...app,
    renewToken: async (input: Parameters<typeof app.renewToken>[0]) => {
      const answer = await app.renewToken({ ...input, refreshToken: "shprt_unknown" });
      await world.owner.inShop((tx) => keepInstallation(world.tools, tx, world.owner.shop.id, given));
      return answer;
    },
  };
  Object.assign(world.tools, { shopify });
  expect(await grantedScopes(await world.owner.admin())).toContain("read_orders");
  Object.assign(world.tools, { shopify: app });
  expect(await grantedScopes(await world.owner.admin())).toContain("read_orders");
});

test("a token that died before its time is renewed by the read that finds it dead", async () => {
  await grantedScopes(await world.owner.admin());
  await world.standIn.faults({ kind: "expire-token", operation: "*", shop: world.domain, count: 1 });
  expect(await grantedScopes(await world.owner.admin())).toContain("read_orders");
});

test("the installation's key is changed: nothing is unreadable meanwhile, and afterwards the old one opens nothing", async () => {
  const encryptionKey = Buffer.alloc(32, 9);
  const settings = { ...world.tools.settings, encryptionKey };
  const during = {
    ...world.tools,
    settings: { ...settings, previousEncryptionKeys: [world.tools.settings.encryptionKey] },
  };
  const after = { ...world.tools, settings };
  const admin = async (tools: Tools) =>
    (
      await memberContext(tools, {
        userId: ownerId(world),
        handle: world.owner.shop.handle,
        requestId: "test",
      })
    )?.admin();
  await expect(admin(after)).rejects.toThrow("not known here");
  expect(await admin(during)).toBeDefined();
  expect(await rewrapKeys(during)).toEqual({ rewrapped: 1, unknown: 0 });
  expect(await admin(after)).toBeDefined();
  await expect(admin(world.tools)).rejects.toThrow("not known here");
});

test("two shops' sealed tokens exchanged open nothing, and no dump shows a token", async () => {
  const other = await openWorld({ orders: [] });
  worlds.push(other);
  const [foreign] = await other.owner.inShop((tx) => tx.select().from(installations));
  const [foreignKey] = await other.owner.inShop((tx) => tx.select().from(shopKeys));
  if (!foreign || !foreignKey) throw new Error("Not there");
  await world.owner.inShop((tx) =>
    tx.update(installations).set({ accessToken: foreign.accessToken, refreshToken: null }),
  );
  await expect(world.owner.admin()).rejects.toThrow();
  await acrossAllShops(world.tools, (tx) =>
    tx.update(shopKeys).set({ wrapped: foreignKey.wrapped }).where(eq(shopKeys.shopId, world.owner.shop.id)),
  );
  await expect(world.owner.admin()).rejects.toThrow();
  const [dump] = await acrossAllShops(world.tools, (tx) =>
    tx.execute<{ text: string }>(
      sql`select encode(access_token, 'escape') || coalesce(encode(refresh_token, 'escape'), '') as text from installations`,
    ),
  );
  expect(dump?.text).not.toMatch(/shpat_|shpua_|shprt_/);
});

function ownerId({ owner }: TestWorld): string {
  return owner.actor.kind === "member" ? owner.actor.userId : "";
}

/** Counts how often Shopify is asked for a new token. */
function countRenewals({ tools }: Pick<TestWorld, "tools">): () => number {
  let count = 0;
  const app = tools.shopify;
  Object.assign(tools, {
    shopify: {
      ...app,
      renewToken: (input: Parameters<typeof app.renewToken>[0]) => {
        count += 1;
        return app.renewToken(input);
      },
    },
  });
  return () => count;
}
