import { createHmac, randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { sql, tables } from "@kept/database";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { issueCredit } from "../issuance/index.ts";
import { brokenInvariants } from "../issuance/invariants.ts";
import { askForOrder } from "../lookup/index.ts";
import { writeMessage } from "../message/index.ts";
import { followWebhooks, receiveWebhook } from "../news/index.ts";
import { addPhotos } from "../photo/index.ts";
import {
  addNote,
  approveReturn,
  chooseItems,
  listReturns,
  quoteDraft,
  readDraft,
  sendReturn,
} from "../return/index.ts";
import { noteUninstalled, workerContext } from "../shop/index.ts";
import { ada, askForReturn, openDraftOf, openWorld, type TestWorld, value } from "../testing/index.ts";
import { dataRequests, takeDocument } from "./index.ts";

let world: TestWorld;
const shirts = (name: string) => ({ name, lines: [{ title: "Linen shirt", price: "20.00", quantity: 2 }] });

beforeAll(async () => {
  world = await openWorld({ orders: ["#1001", "#1002", "#1003", "#1004"].map(shirts) });
  for (const order of ["#1001", "#1002"]) {
    const { number } = await askForReturn(world, { order });
    value(
      await addNote(world.owner, { number, text: "Ada Lovelace called from +1 555 0100: ada@example.com" }),
    );
    value(await approveReturn(world.owner, { number }));
    await world.owner.inShop((tx) =>
      tx.insert(tables.savedViews).values({
        shopId: world.owner.shop.id,
        name: "Call (1) 555-0100",
        filters: { q: "Ada@Example.com" },
        savedBy: "Olivia Bloom",
      }),
    );
    await world.owner.inShop((tx) =>
      tx.insert(tables.savedViews).values({
        shopId: world.owner.shop.id,
        name: `Waiting, ${order}`,
        filters: { q: "ada lovelace" },
        savedBy: "Olivia Bloom",
      }),
    );
    if (order === "#1001") value(await issueCredit(world.owner, { number }));
  }
  await talkAndShow();
  await world.work();
  await moveHerCredit();
});
afterAll(() => world.close());

/** Ada sends a shirt back with a photo of it and writes where she lives; another photo is of a draft, two lookups wait. */
async function talkAndShow() {
  const sent = await photographed("#1003");
  const { offers } = value(await quoteDraft(world.customer, sent));
  const { fingerprint = "" } = offers[0] ?? {};
  const { returnKey } = value(
    await sendReturn(world.customer, { key: sent, resolution: "store_credit", fingerprint }),
  );
  const text = "Please collect it at 12 St James's Square.";
  value(await writeMessage(world.customer, { which: { returnKey }, text }));
  value(await writeMessage(world.owner, { which: { returnKey }, text: "To St James's Square, then." }));
  await photographed("#1004");
  for (const asked of [
    { orderName: "9999", contact: ` ${ada.email.toUpperCase()}` },
    { orderName: "1003", contact: "SW1Y 4JH" },
    { orderName: "#7777", contact: "grace@example.com" },
  ]) {
    value(await askForOrder(world.customer, { ...asked, locale: "en", address: "192.0.2.1" }));
  }
}

/** The shop writes to her once more, and what tells her so has not gone out yet; answers what becomes of it. */
async function oweHerALetter() {
  const queued = await lettersWhere(sql`state = 'queued'`);
  expect(queued).toEqual([]);
  const [sent] = await world.tools.database.execute<{ number: number }>(
    sql`select max(number)::int as number from returns`,
  );
  const text = "The driver comes to St James's Square.";
  value(await writeMessage(world.owner, { which: { number: sent?.number ?? 0 }, text }));
  expect(await lettersWhere(sql`state = 'queued' and facts->>'message' = ${text}`)).toHaveLength(1);
  return () => lettersWhere(sql`reason = 'forgotten'`);
}

async function lettersWhere(which: ReturnType<typeof sql>): Promise<string[]> {
  const rows = await world.tools.database.execute<{ said: string }>(
    sql`select concat_ws(' ', template, state, reason, facts) as said from notifications where ${which}`,
  );
  return rows.map(({ said }) => said);
}

/** On her account something moved that no return explains: another app's note names her, and so does who looked at it. */
async function moveHerCredit() {
  const [lane] = await world.tools.database.select().from(tables.creditLanes);
  const about = {
    shopId: world.owner.shop.id,
    laneId: lane?.id ?? "",
    currency: "USD",
    happenedAt: new Date(),
  };
  const note = "A gift for Ada Lovelace";
  const seen = { remoteGid: "gid://shopify/StoreCreditAccountCreditTransaction/1", kind: "credit" as const };
  await world.owner.inShop(async (tx) => {
    await tx.insert(tables.laneObservations).values({
      ...about,
      ...seen,
      event: "ADJUSTMENT",
      amountMinor: 100n,
      balanceAfterMinor: 100n,
      note,
    });
    await tx.insert(tables.differences).values({
      ...about,
      key: seen.remoteGid,
      kind: "by_others",
      customerGid: lane?.ownerGid ?? "",
      oursMinor: 0n,
      theirsMinor: 100n,
      note,
    });
  });
}

/** A draft of one shirt, chosen and with its photo. */
async function photographed(order: string): Promise<string> {
  const { key } = await openDraftOf(world, { order });
  const { items, reasons } = value(await readDraft(world.customer, key));
  const fulfillmentLineItemId = items[0]?.fulfillmentLineItemId ?? "";
  const bytes = await sharp({ create: { width: 9, height: 6, channels: 3, background: "#a33" } })
    .jpeg()
    .toBuffer();
  const photos = [{ name: "shirt.jpg", bytes }];
  value(await addPhotos(world.customer, { key, fulfillmentLineItemId, photos }));
  const item = { fulfillmentLineItemId, quantity: 1, reason: reasons[0]?.code ?? "" };
  value(await chooseItems(world.customer, { key, items: [item] }));
  return key;
}

/** The pictures there are, wherever the store keeps them. */
const pictures = () =>
  readdirSync(fileURLToPath(world.tools.settings.photosAt ?? ""), { recursive: true }).filter(
    (name) => String(name).length > 2,
  ).length;

test("a data request becomes a document to hand over, with a proof of it and a note of who took it", async () => {
  await tell("customers/data_request", { orders_requested: [], data_request: { id: 1 } });
  const [request] = await dataRequests(world.owner);
  expect(request).toMatchObject({ kind: "data_request", hasDocument: true, handedOverAt: null });
  expect(await takeDocument({ ...world.owner, role: "viewer" }, { id: request?.id ?? "" })).toMatchObject({
    error: { code: "NotAllowed" },
  });
  const document = value(await takeDocument(world.owner, { id: request?.id ?? "" }));
  expect(JSON.stringify(document)).toContain("ada@example.com");
  expect(JSON.stringify(document)).toContain("Linen shirt");
  expect(JSON.stringify(document)).toContain("12 St James's Square");
  expect(JSON.stringify(document)).toMatch(/returns\/\d+\/photos\/[0-9a-f-]{36}/);
  expect((await dataRequests(world.owner))[0]?.handedOverBy).toBe("Olivia Bloom");
  expect((await proofs()).map(({ kind }) => kind)).toEqual(["data_request"]);
});

test("a forgotten customer is in no row of any table, the books still balance, and a proof says so", async () => {
  const personal = ["ada@example.com", "lovelace", "555 0100", "james's square", "sw1y 4jh"];
  for (const each of personal) expect(hits(await dump(), each), each).toBeGreaterThan(0);
  expect([pictures(), await count("return_photos"), await count("lookups")]).toEqual([2, 2, 3]);
  const before = await sums();
  const unsent = await oweHerALetter();
  await tell("customers/redact", { orders_to_redact: await draftedOrders() });
  const text = await dump();
  expect(hits(text, ...personal, "+15550100", "555-0100")).toBe(0);
  await world.post();
  expect(await unsent()).toEqual(["message_written switched_off forgotten {}"]);
  expect([pictures(), await count("return_photos"), await count("lookups")]).toEqual([0, 0, 1]);
  expect(hits(text, "grace@example.com")).toBeGreaterThan(0);
  expect(await sums()).toEqual(before);
  expect(await brokenInvariants(world.tools)).toEqual([]);
  expect((await proofs()).map(({ kind }) => kind)).toEqual(["data_request", "redact_customer"]);
  const { rows } = await listReturns(world.owner, { view: "all" });
  expect(rows.map(({ customerName }) => customerName)).toEqual(["[removed]", "[removed]", "[removed]"]);
});

test("what is still owed to somebody who was forgotten is paid, and no letter goes to nobody", async () => {
  const letters = () => lettersWhere(sql`state <> 'switched_off'`);
  const before = await letters();
  const open = await listReturns(world.owner, { view: "to_issue" });
  for (const { number } of open.rows) value(await issueCredit(world.owner, { number }));
  await world.work();
  expect((await listReturns(world.owner, { view: "to_issue" })).rows).toEqual([]);
  expect(open.rows).not.toEqual([]);
  expect(await letters()).toEqual(before);
  expect(await brokenInvariants(world.tools)).toEqual([]);
});

test("a second wish to be forgotten that names other orders is carried out too, and the same one is not kept twice", async () => {
  const about = { customer: { id: 77, email: null, phone: null } };
  const redact = (...orders: number[]) => hear("customers/redact", { orders_to_redact: orders }, about);
  const webhooks = [await redact(1), await redact(2), await redact(2)];
  await follow(webhooks);
  const done = await world.tools.database.execute<{ done: boolean; person: unknown }>(
    sql`select done_at is not null as done, person from privacy_requests where customer_gid like '%/77'`,
  );
  expect([...done]).toEqual(Array(2).fill({ done: true, person: null }));
  expect((await proofs()).slice(-2).map(({ kind }) => kind)).toEqual(["redact_customer", "redact_customer"]);
});

test("history is forgotten behind its own door only", async () => {
  const { id } = world.owner.shop;
  const forgetting = world.owner.inShop((tx) => tx.execute(sql`select forget_shop(${id})`));
  await expect(forgetting).rejects.toThrow();
  const words = world.owner.inShop((tx) =>
    tx.execute(sql`select forget_words(${id}, '{}', '{}', '{}', '{}')`),
  );
  await expect(words).rejects.toThrow();
});

test("a shop that has Kept again is not forgotten; one that has not leaves no row", async () => {
  await tell("shop/redact", {}, {});
  expect(await count("shops")).toBe(1);
  await photographed("#1004");
  expect(pictures()).toBe(1);
  await world.standIn.uninstall(world.domain);
  expect(await noteUninstalled(world.owner)).toBe(true);
  await tell("shop/redact", {}, {});
  const { id } = world.owner.shop;
  expect(hits(await dump(), id, world.domain)).toBe(0);
  expect(pictures()).toBe(0);
  expect((await proofs()).at(-1)).toMatchObject({ kind: "redact_shop" });
});

const customer = async () => {
  const rows = await world.tools.database.execute<{ gid: string }>(
    sql`select customer_gid as gid from returns where customer_gid is not null limit 1`,
  );
  const id = Number(rows[0]?.gid.split("/").at(-1));
  return { customer: { id, email: "ada@example.com", phone: "+15550100" } };
};

/** The numbers of the orders whose drafts were not sent: only Shopify can say whose they are. */
async function draftedOrders(): Promise<number[]> {
  const rows = await world.tools.database.execute<{ gid: string }>(
    sql`select distinct order_gid as gid from return_drafts where order_gid not in (select order_gid from returns)`,
  );
  return rows.map(({ gid }) => Number(gid.split("/").at(-1)));
}

/** Shopify tells, and the worker follows. */
async function tell(topic: string, body: object, about?: object): Promise<void> {
  await follow([await hear(topic, body, about)]);
}

async function hear(topic: string, body: object, about?: object): Promise<string> {
  const { shop } = world.owner;
  const payload = { shop_id: 1, shop_domain: shop.domain, ...(about ?? (await customer())), ...body };
  const bytes = Buffer.from(JSON.stringify(payload));
  const signature = createHmac("sha256", "shpss_kept_local").update(bytes).digest("base64");
  const webhookId = randomUUID();
  const told = { body: bytes, signature, topic, shop: shop.domain, webhookId };
  expect(await receiveWebhook(world.tools, told)).toBe("kept");
  return webhookId;
}

async function follow(webhookIds: readonly string[]): Promise<void> {
  const ctx = await workerContext(world.tools, world.owner.shop.id);
  if (ctx) expect(await followWebhooks(ctx, webhookIds)).toEqual(new Map());
}

/** Every row of every table as text, seen by the owner of the database. */
async function dump(): Promise<string> {
  const all = await world.tools.database.execute<{ name: string }>(
    sql`select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where c.relkind = 'r' and n.nspname in ('public', 'pgboss')`,
  );
  const texts: string[] = [];
  for (const { name } of all) {
    const rows = await world.tools.database.execute<{ text: string }>(
      sql`select to_jsonb(t)::text as text from ${sql.raw(name)} t`,
    );
    texts.push(...rows.map(({ text }) => text));
  }
  return texts.join("\n").toLowerCase();
}

function hits(text: string, ...needles: string[]): number {
  return needles.reduce((sum, needle) => sum + text.split(needle.toLowerCase()).length - 1, 0);
}

async function sums() {
  return world.tools.database.execute(
    sql`select account, currency, sum(amount_minor)::text as sum from ledger_entries group by 1, 2 order by 1, 2`,
  );
}

async function count(table: string): Promise<number> {
  const [row] = await world.tools.database.execute<{ n: number }>(
    sql`select count(*)::int as n from ${sql.identifier(table)}`,
  );
  return row?.n ?? 0;
}

function proofs() {
  return world.tools.database.select().from(tables.privacyProofs).orderBy(tables.privacyProofs.id);
}
