import { eq, tables } from "@kept/database";
import { toDecimal } from "@kept/money";
import { afterAll, beforeAll, expect, test } from "vitest";
import { changeBrand } from "../brand/index.ts";
import { letterHistory, letterSettings, saveLetter } from "../notification/index.ts";
import { foundOrganization, grantShop } from "../organization/index.ts";
import { currentPolicy, policyHistory, saveCreditOffer } from "../policy/index.ts";
import { memberContext, type Shop } from "../shop/index.ts";
import {
  addShop,
  askForReturn,
  openWorld,
  shirtOrders,
  startIssuing,
  type TestWorld,
  value,
} from "../testing/index.ts";
import { acrossAllShops } from "../tools.ts";
import {
  copySettings,
  previewCopy,
  readCopy,
  searchShops,
  settingsCopiesOf,
  shopsOverview,
  undoCopy,
} from "./index.ts";

let world: TestWorld;
let agency: { id: string; userId: string };
let kumo: Shop;
let fjord: Shop;
let away: Shop;

beforeAll(async () => {
  world = await openWorld({ orders: shirtOrders(1001, 3) });
  const found = async (name: string, kind: "merchant" | "agency") => {
    const people = [{ email: `${name}@all.example`, name, role: "manager" as const }];
    const { id, memberIds } = await foundOrganization(world.tools, { name, kind, people });
    return { id, userId: memberIds[0] ?? "" };
  };
  agency = await found("northwind", "agency");
  const { id: organizationId } = await found("others", "merchant");
  kumo = await addShop(world, { organizationId, suffix: "kumo", currency: "JPY" });
  fjord = await addShop(world, { organizationId, suffix: "fjord", currency: "EUR" });
  away = await addShop(world, { organizationId, suffix: "away", orders: shirtOrders(1001, 1) });
  for (const { handle } of [world.owner.shop, kumo, fjord])
    await grantShop(world.tools, { handle, organizationId: agency.id });
});
afterAll(() => world.close());

async function inShop(handle: string) {
  const ctx = await memberContext(world.tools, { userId: agency.userId, handle, requestId: "test" });
  if (!ctx) throw new Error(`${handle} is not reached`);
  return ctx;
}

const asked = () => ({
  userId: agency.userId,
  from: world.owner.shop.handle,
  sections: ["resolutions"] as const,
});

test("one sees every shop one reaches, how it stands and its money per currency", async () => {
  const started = await startIssuing(world, "#1001");
  await world.work();
  expect(started.number).toBeGreaterThan(0);
  await acrossAllShops(world.tools, (tx) =>
    tx.update(tables.shops).set({ pausedAt: new Date() }).where(eq(tables.shops.id, fjord.id)),
  );
  await acrossAllShops(world.tools, (tx) =>
    tx.update(tables.installations).set({ scopes: [] }).where(eq(tables.installations.shopId, kumo.id)),
  );
  const rows = await shopsOverview(world.tools, agency.userId, { countedTo: 1 });
  expect(rows.map(({ name }) => name)).not.toContain("away");
  const of = (handle: string) => rows.find((row) => row.handle === handle);
  expect(of(world.owner.shop.handle)).toMatchObject({ health: "well", via: "grant" });
  expect(of(world.owner.shop.handle)?.issuedThisMonth.map(toDecimal)).toEqual(["22.00"]);
  expect(of(world.owner.shop.handle)?.unspent.map(toDecimal)).toEqual(["22.00"]);
  expect(of(fjord.handle)).toMatchObject({ health: "paused", unspent: [{ minor: 0n, currency: "EUR" }] });
  expect(of(kumo.handle)).toMatchObject({ health: "permissions_missing" });
});

test("a search goes through all shops one reaches, and through no other", async () => {
  await askForReturn(world, { order: "#1002" });
  const find = (search: string, userId = agency.userId) => searchShops(world.tools, { userId, search });
  expect((await find("#1002")).map(({ orderName, shop }) => [orderName, shop.handle])).toEqual([
    ["#1002", world.owner.shop.handle],
  ]);
  expect(await find("ada@example.com")).toHaveLength(2);
  expect(await find("R-1001")).toHaveLength(1);
  expect(await find("#1002", "00000000-0000-7000-8000-000000000000")).toEqual([]);
  expect(await find(" ")).toEqual([]);
});

test("a preview says what would change in each shop, and changes nothing", async () => {
  const { version } = await currentPolicy(world.owner);
  const offer = {
    enabled: true,
    description: "Copied",
    bonus: { kind: "fixed" as const, amounts: { USD: "5.00", EUR: "4.00" }, per: "return" as const },
    capPerReturn: {},
    bonusExpiresAfterDays: 90,
  };
  value(await saveCreditOffer(world.owner, { offer, basedOn: version }));
  const to = [kumo.handle, fjord.handle, away.handle, world.owner.shop.handle, "nowhere"];
  const { targets } = value(await previewCopy(world.tools, { ...asked(), to }));
  expect(targets.map(({ handle }) => handle)).toEqual([kumo.handle, fjord.handle]);
  for (const { changes, mayChange } of targets) {
    expect(mayChange).toBe(true);
    expect(changes.map(({ path }) => path)).toContain("storeCredit.bonus.kind");
  }
  expect(targets[0]?.notes).toEqual([
    { kind: "no_amount", path: "storeCredit.bonus.amounts", currency: "JPY", has: ["EUR", "USD"] },
  ]);
  expect(targets[1]?.notes).toEqual([]);
  expect((await currentPolicy(await inShop(kumo.handle))).version).toBe(1);
});

test("copied to two shops and undone, both have their own rules again, and every step is on record", async () => {
  const before = await currentPolicy(await inShop(fjord.handle));
  const copyId = await copyTo([kumo, fjord, away]);
  for (const { handle } of [kumo, fjord]) {
    const { policy, version } = await currentPolicy(await inShop(handle));
    expect(version).toBe(2);
    expect(policy.storeCredit.description).toBe("Copied");
  }
  const copy = await readCopy(world.tools, { userId: agency.userId, copyId });
  expect(copy?.results.map(({ name, state }) => `${name} ${state}`)).toEqual(["fjord copied", "kumo copied"]);

  expect(value(await undoCopy(world.tools, { userId: agency.userId, copyId }))).toEqual({
    undone: 2,
    left: 0,
  });
  const after = await currentPolicy(await inShop(fjord.handle));
  expect(after.policy).toEqual(before.policy);
  expect((await policyHistory(await inShop(fjord.handle))).map(({ version }) => version)).toEqual([3, 2, 1]);
  expect(value(await undoCopy(world.tools, { userId: agency.userId, copyId }))).toEqual({
    undone: 0,
    left: 0,
  });
});

test("what somebody saved meanwhile is not overwritten, neither by copying nor by undoing", async () => {
  const ctx = await inShop(kumo.handle);
  const { version } = await currentPolicy(ctx);
  const { sourceStand, targets } = value(await previewCopy(world.tools, { ...asked(), to: [kumo.handle] }));
  const theirs = { enabled: false, description: "Ours", bonus: { kind: "none" as const }, capPerReturn: {} };
  value(await saveCreditOffer(ctx, { offer: { ...theirs, bonusExpiresAfterDays: null }, basedOn: version }));
  const to = [{ handle: kumo.handle, basedOn: targets[0]?.stand ?? "" }];
  const { copyId } = value(await copySettings(world.tools, { ...asked(), sourceStand, to }));
  const refusedOne = await readCopy(world.tools, { userId: agency.userId, copyId });
  expect(refusedOne?.results).toMatchObject([{ state: "refused", reason: "ChangedMeanwhile" }]);

  const second = await copyTo([kumo]);
  const now = await currentPolicy(ctx);
  const again = { ...theirs, description: "Ours again", bonusExpiresAfterDays: null };
  value(await saveCreditOffer(ctx, { offer: again, basedOn: now.version }));
  expect(value(await undoCopy(world.tools, { userId: agency.userId, copyId: second }))).toEqual({
    undone: 0,
    left: 1,
  });
  expect((await currentPolicy(ctx)).policy.storeCredit.description).toBe("Ours again");
});

test("a source that changed since its preview is not copied", async () => {
  const stale = { ...asked(), sourceStand: "before", to: [{ handle: fjord.handle, basedOn: "any" }] };
  expect(await copySettings(world.tools, stale)).toMatchObject({ error: { code: "ChangedMeanwhile" } });
});

test("somebody else's copy is one that is not there", async () => {
  const [copy] = await settingsCopiesOf(world.tools, { userId: agency.userId });
  const [stranger] = await acrossAllShops(world.tools, (tx) =>
    tx.select().from(tables.users).where(eq(tables.users.email, "owner@bloom.example")),
  );
  const userId = stranger?.id ?? "";
  for (const copyId of [copy?.id ?? "", "00000000-0000-7000-8000-000000000000", "x"]) {
    expect(await readCopy(world.tools, { userId, copyId })).toBeNull();
    expect(await undoCopy(world.tools, { userId, copyId })).toMatchObject({ error: { code: "NotFound" } });
  }
});

test("branding and e-mails are copied as one and taken back as one; a logo stays where it is", async () => {
  const source = world.owner;
  const words = { de: { welcome: "Schick es zurück" } };
  const logoUrl = "https://bloom.example/logo.png";
  value(await changeBrand(source, { brand: { color: "#7a1f3d", font: "serif", logoUrl, words } }));
  const theirs = {
    color: "#1f5f73",
    logoUrl: "https://fjord.example/logo.png",
    words: { fr: { lead: "Bonjour" } },
  };
  value(await changeBrand(await inShop(fjord.handle), { brand: theirs }));
  const kind = "return_approved";
  const wordings = { de: { subject: "Alles klar, {{customer}}" } };
  value(await saveLetter(source, { kind, enabled: false, wordings, basedOn: 0 }));

  const looks = { ...asked(), sections: ["branding", "emails"] as const };
  const { sourceStand, targets } = value(await previewCopy(world.tools, { ...looks, to: [fjord.handle] }));
  expect(targets[0]?.changes).toEqual([
    { path: "branding.color", before: "#1f5f73", after: "#7a1f3d" },
    { path: "branding.font", before: "geist", after: "serif" },
    { path: "branding.words.fr.lead", before: "Bonjour", after: undefined },
    { path: "branding.words.de.welcome", before: undefined, after: "Schick es zurück" },
    { path: `emails.${kind}.enabled`, before: true, after: false },
    { path: `emails.${kind}.words.de.subject`, before: undefined, after: "Alles klar, {{customer}}" },
  ]);
  expect(targets[0]?.notes.map((note) => note.kind)).toEqual(["logo_stays"]);

  const rules = (await currentPolicy(await inShop(fjord.handle))).version;
  const to = [{ handle: fjord.handle, basedOn: targets[0]?.stand ?? "" }];
  const { copyId } = value(await copySettings(world.tools, { ...looks, sourceStand, to }));
  const copied = await inShop(fjord.handle);
  expect(copied.shop.brand).toEqual({ color: "#7a1f3d", font: "serif", logoUrl: theirs.logoUrl, words });
  expect(await letterOf(fjord, kind)).toMatchObject({ version: 1, enabled: false, wordings });
  expect((await currentPolicy(copied)).version).toBe(rules);
  const copy = await readCopy(world.tools, { userId: agency.userId, copyId });
  expect(copy?.results).toMatchObject([{ state: "copied", rules: null, branding: true, emails: 1 }]);

  expect(value(await undoCopy(world.tools, { userId: agency.userId, copyId }))).toEqual({
    undone: 1,
    left: 0,
  });
  expect((await inShop(fjord.handle)).shop.brand).toEqual(theirs);
  expect(await letterOf(fjord, kind)).toMatchObject({ version: 2, enabled: true, wordings: {} });
  expect(await letterHistory(await inShop(fjord.handle), kind)).toHaveLength(2);
});

test("an e-mail that somebody worded since the copy keeps theirs, and so does all that came with it", async () => {
  const looks = { ...asked(), sections: ["branding", "emails"] as const };
  const { sourceStand, targets } = value(await previewCopy(world.tools, { ...looks, to: [kumo.handle] }));
  const to = [{ handle: kumo.handle, basedOn: targets[0]?.stand ?? "" }];
  const { copyId } = value(await copySettings(world.tools, { ...looks, sourceStand, to }));
  const ctx = await inShop(kumo.handle);
  const { brand } = ctx.shop;
  const wordings = { ja: { headline: "ありがとう" } };
  value(await saveLetter(ctx, { kind: "return_approved", enabled: true, wordings, basedOn: 1 }));
  const again = { ...looks, sourceStand, to };
  const second = value(await copySettings(world.tools, again)).copyId;
  const refusedOne = await readCopy(world.tools, { userId: agency.userId, copyId: second });
  expect(refusedOne?.results).toMatchObject([{ state: "refused", reason: "ChangedMeanwhile" }]);

  expect(value(await undoCopy(world.tools, { userId: agency.userId, copyId }))).toEqual({
    undone: 0,
    left: 1,
  });
  expect(await letterOf(kumo, "return_approved")).toMatchObject({ version: 2, wordings });
  expect((await inShop(kumo.handle)).shop.brand).toEqual(brand);
});

async function letterOf({ handle }: Shop, kind: string) {
  return (await letterSettings(await inShop(handle))).find((letter) => letter.kind === kind);
}

async function copyTo(shops: readonly Shop[]): Promise<string> {
  const handles = shops.map(({ handle }) => handle);
  const { sourceStand, targets } = value(await previewCopy(world.tools, { ...asked(), to: handles }));
  const to = handles.map((handle) => ({
    handle,
    basedOn: targets.find((target) => target.handle === handle)?.stand ?? "",
  }));
  return value(await copySettings(world.tools, { ...asked(), sourceStand, to })).copyId;
}
