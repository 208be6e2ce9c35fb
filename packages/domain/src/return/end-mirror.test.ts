import { readReturn as readInShopify, readOrder } from "@kept/shopify";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { issueCredit } from "../issuance/index.ts";
import { askForReturn, expectBooksToAgree, openWorld, type TestWorld, value } from "../testing/index.ts";
import { endMirror } from "./end-mirror.ts";
import { approveReturn, inspectReturn, readReturn } from "./index.ts";
import { MirrorDelayed } from "./mirror-return.ts";
import { findReturn } from "./records.ts";

let world: TestWorld;
const shirt = { title: "Linen shirt", price: "20.00", quantity: 3 };
const trousers = { title: "Trousers", price: "60.00", quantity: 1 };

beforeAll(async () => {
  world = await openWorld({
    orders: ["#1001", "#1002", "#1003"].map((name) => ({ name, lines: [shirt, trousers] })),
  });
});
afterEach(() => expectBooksToAgree(world));
afterAll(() => world.close());

/** Approved with one unit of the first line accepted and all others declined. */
async function partly(order: string, asked: { lines: number; units: number }) {
  const { number } = await askForReturn(world, { order, ...asked });
  const [first, ...others] = (await readReturn(world.owner, number))?.lines ?? [];
  const none = others.map(({ id }) => ({ lineId: id, accepted: 0, declineReason: "Worn." }));
  const decisions = [{ lineId: first?.id ?? "", accepted: 1, declineReason: "Worn." }, ...none];
  value(await approveReturn(world.owner, { number, decisions }));
  return { number, lineId: first?.id ?? "" };
}

async function inShopify(number: number) {
  const record = await world.owner.inShop((tx) => findReturn(tx, world.owner, number));
  const admin = await world.owner.admin();
  const theirs = await readInShopify(admin, record?.shopifyReturnGid ?? "");
  const order = await readOrder(admin, record?.orderGid ?? "");
  return {
    id: record?.id ?? "",
    status: theirs?.status,
    units: theirs?.lines.map(({ quantity, processed }) => [quantity, processed]),
    paid: theirs?.refunds.length,
    returnable: order?.lines.map(({ returnable }) =>
      returnable.reduce((sum, part) => sum + part.quantity, 0),
    ),
  };
}

const told = async (number: number) =>
  (await readReturn(world.owner, number))?.events.filter(({ kind }) => kind === "mirror_ended") ?? [];

test("once what was accepted is paid, Shopify's return gives back what was declined and is closed", async () => {
  const { number } = await partly("#1001", { lines: 2, units: 1 });
  await world.work();
  const approved = { status: "OPEN", units: [[1, 0], [1, 0]], returnable: [2, 0] }; // biome-ignore format: one line
  expect(await inShopify(number)).toMatchObject(approved);
  value(await issueCredit(world.owner, { number }));
  await world.work();
  await world.work();
  const ended = { status: "CLOSED", units: [[1, 1]], paid: 1, returnable: [2, 1] };
  expect(await inShopify(number)).toMatchObject(ended);
  expect((await told(number)).map(({ detail }) => detail.removed)).toEqual([1]);
  expect(await readReturn(world.owner, number)).toMatchObject({ status: "resolved", attention: null });
});

test("an answer that was lost takes nothing out twice", async () => {
  const { number } = await partly("#1002", { lines: 1, units: 3 });
  value(await issueCredit(world.owner, { number }));
  await world.advance();
  await world.advance();
  const { id } = await inShopify(number);
  await world.standIn.faults({ kind: "commit-then-drop", operation: "removeFromReturn", shop: world.domain });
  await expect(endMirror(world.owner, id)).rejects.toThrow(MirrorDelayed);
  await endMirror(world.owner, id);
  const ended = { status: "CLOSED", units: [[1, 1]], paid: 1, returnable: [2, 1] };
  expect(await inShopify(number)).toMatchObject(ended);
  expect(await told(number)).toHaveLength(1);
});

test("a declined unit that came in the parcel stays part of the return, which is closed all the same", async () => {
  const { number, lineId } = await partly("#1003", { lines: 1, units: 2 });
  const finding = { lineId, received: 2, disposition: "NOT_RESTOCKED" as const };
  value(await inspectReturn(world.owner, { number, findings: [finding] }));
  await world.work();
  value(await issueCredit(world.owner, { number }));
  await world.work();
  await world.work();
  expect(await inShopify(number)).toMatchObject({ status: "CLOSED", units: [[2, 1]], returnable: [1, 1] });
  expect((await told(number)).map(({ detail }) => detail.removed)).toEqual([0]);
});
