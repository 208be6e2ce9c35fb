import { tables } from "@kept/database";
import { toDecimal } from "@kept/money";
import { readGoodsBack } from "@kept/shopify";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { issueCredit } from "../issuance/index.ts";
import { restockPlaces } from "../shop/index.ts";
import { askForReturn, expectBooksToAgree, openWorld, type TestWorld, value } from "../testing/index.ts";
import {
  approveReturn,
  declineReturn,
  inspectReturn,
  readReturn,
  receiveReturn,
  sendParcel,
} from "./index.ts";

let world: TestWorld;
const shirt = { title: "Linen shirt", price: "20.00", quantity: 3 };

beforeAll(async () => {
  world = await openWorld({
    orders: ["#1001", "#1002", "#1003", "#1004", "#1005"].map((name) => ({ name, lines: [shirt] })),
  });
});
afterEach(() => expectBooksToAgree(world));
afterAll(() => world.close());

async function approved(order: string, units = 2) {
  const { number } = await askForReturn(world, { order, units });
  value(await approveReturn(world.owner, { number }));
  const found = await readReturn(world.owner, number);
  const [line] = found?.lines ?? [];
  return { number, lineId: line?.id ?? "" };
}

async function goodsInShopify(number: number) {
  const { returns } = tables;
  const rows = await world.owner.inShop((tx) => tx.select().from(returns));
  const gid = rows.find((row) => row.number === number)?.shopifyReturnGid ?? "";
  return readGoodsBack(await world.owner.admin(), gid);
}

const statusOf = async (number: number) => (await readReturn(world.owner, number))?.status;

test("approved, sent, received, inspected: each step has its state, its author and its place in Shopify", async () => {
  const { number, lineId } = await approved("#1001");
  value(await sendParcel(world.owner, { number, tracking: "1Z999", carrier: "UPS" }));
  value(await sendParcel(world.owner, { number, tracking: "1Z999" }));
  expect(await statusOf(number)).toBe("in_transit");
  value(await receiveReturn(world.owner, { number }));
  value(await receiveReturn(world.owner, { number }));
  expect(await statusOf(number)).toBe("received");
  const finding = { lineId, received: 1, disposition: "NOT_RESTOCKED" as const };
  value(await inspectReturn(world.owner, { number, findings: [finding] }));
  await world.work();
  await world.work();

  const detail = await readReturn(world.owner, number);
  expect(detail?.status).toBe("inspected");
  expect(detail?.events.map(({ kind }) => kind).filter((kind) => !kind.startsWith("letter"))).toEqual([
    "requested",
    "mirrored",
    "approved",
    "in_transit",
    "received",
    "inspected",
  ]);
  const [goods] = await goodsInShopify(number);
  expect(goods?.parcels.map((parcel) => parcel.number)).toEqual(["1Z999"]);
  expect(goods?.lines.map(({ quantity, disposed }) => [quantity, disposed])).toEqual([[2, 2]]);
});

test("what is not accepted when the parcel is opened is not paid: the quote follows, and the old one stays on record", async () => {
  const { number, lineId } = await approved("#1002");
  const finding = { lineId, received: 2, disposition: "NOT_RESTOCKED" as const };
  value(
    await inspectReturn(world.owner, {
      number,
      findings: [{ ...finding, accepted: 1, declineReason: "One is worn." }],
    }),
  );
  const detail = await readReturn(world.owner, number);
  expect(detail && toDecimal(detail.total)).toBe("22.00");
  expect(detail?.quotesBefore).toHaveLength(1);
  value(await issueCredit(world.owner, { number }));
  await world.work();
  expect(await statusOf(number)).toBe("resolved");
});

test("a parcel that comes after its credit is received and inspected, and changes no money", async () => {
  const { number, lineId } = await approved("#1003");
  value(await issueCredit(world.owner, { number }));
  await world.work();
  value(await receiveReturn(world.owner, { number }));
  const finding = { lineId, received: 2, disposition: "PROCESSING_REQUIRED" as const };
  const less = await inspectReturn(world.owner, { number, findings: [{ ...finding, accepted: 1 }] });
  expect(less).toMatchObject({ ok: false, error: { code: "AlreadyIssuing" } });
  value(await inspectReturn(world.owner, { number, findings: [finding] }));
  const detail = await readReturn(world.owner, number);
  expect(detail).toMatchObject({ status: "resolved", creditState: "issued" });
  const told = detail?.events.map(({ kind }) => kind);
  expect(told).toContain("received");
  expect(told).toContain("inspected");
});

test("goods go back on a shelf that somebody named, and no more of them than came", async () => {
  const { number, lineId } = await approved("#1004");
  const findings = [{ lineId, received: 2, disposition: "RESTOCKED" as const }];
  expect(await inspectReturn(world.owner, { number, findings })).toMatchObject({
    error: { code: "LocationMissing", lineId },
  });
  expect(await inspectReturn(world.owner, { number, findings: [] })).toMatchObject({
    error: { code: "NothingFound", lineId },
  });
  const tooMany = [{ lineId, received: 4, disposition: "MISSING" as const }];
  expect(await inspectReturn(world.owner, { number, findings: tooMany })).toMatchObject({
    error: { code: "InvalidFinding", lineId },
  });
  const [place] = await restockPlaces(world.owner);
  const onShelf = findings.map((finding) => ({ ...finding, locationId: place?.id ?? "" }));
  value(await inspectReturn(world.owner, { number, findings: onShelf }));
  await world.work();
  await world.work();
  // The cast's shirts are no product of the shop: Shopify keeps no stock of them, says so once, and nobody loses anything.
  const told = (await readReturn(world.owner, number))?.events.filter(({ kind }) => kind === "goods_refused");
  expect(told?.map(({ detail }) => detail.code)).toEqual(["INVALID"]);
});

test("what turns out otherwise when it arrives can still be declined, in Shopify too, but not once money moves", async () => {
  const { number } = await approved("#1005");
  value(await receiveReturn(world.owner, { number }));
  value(await declineReturn(world.owner, { number, reason: "The parcel was empty." }));
  await world.work();
  expect(await statusOf(number)).toBe("declined");
  expect(await issueCredit(world.owner, { number })).toMatchObject({ error: { code: "WrongState" } });
});
