import { afterAll, beforeAll, expect, test } from "vitest";
import { issueCredit } from "../issuance/index.ts";
import { fingerprint } from "../quote/index.ts";
import { askForReturn, openWorld, type TestWorld, value } from "../testing/index.ts";
import { approveReturn, declineReturn, overrideResolution, quoteDecision, readReturn } from "./index.ts";

let world: TestWorld;
const shirt = { title: "Linen shirt", price: "20.00", quantity: 3 };

beforeAll(async () => {
  world = await openWorld({
    orders: ["#1001", "#1002", "#1003"].map((name) => ({ name, lines: [shirt] })),
  });
});
afterAll(() => world.close());

const changed = { error: { code: "AmountChanged" } };
const as = (number: number, resolution: "store_credit" | "original_payment") =>
  overrideResolution(world.owner, { number, resolution, reason: "She rang." });
const inForce = async (number: number) => {
  const found = await readReturn(world.owner, number);
  return found ? fingerprint(found.quote) : "";
};

test("no other amount is approved or given than the one that was seen, whoever changed it meanwhile", async () => {
  const { number, quote } = await askForReturn(world, { order: "#1001" });
  const credit = fingerprint(quote);
  value(await as(number, "original_payment"));
  expect(await approveReturn(world.owner, { number, seen: credit })).toMatchObject(changed);
  expect((await readReturn(world.owner, number))?.status).toBe("requested");
  const money = await inForce(number);
  value(await approveReturn(world.owner, { number, seen: money }));
  value(await as(number, "store_credit"));
  expect(await issueCredit(world.owner, { number, seen: money })).toMatchObject(changed);
  expect((await readReturn(world.owner, number))?.creditState).toBe("none");
  value(await issueCredit(world.owner, { number, seen: await inForce(number) }));
  value(await issueCredit(world.owner, { number, seen: money })); // given by now: asking again answers the same
});

test("what accepting a part was shown to be worth is what is approved", async () => {
  const { number } = await askForReturn(world, { order: "#1002", units: 2 });
  const [line] = (await readReturn(world.owner, number))?.lines ?? [];
  const decisions = [{ lineId: line?.id ?? "", accepted: 1 }];
  const shown = await quoteDecision(world.owner, { number, decisions });
  const seen = shown ? fingerprint(shown) : "";
  expect(await approveReturn(world.owner, { number, seen })).toMatchObject(changed);
  value(await approveReturn(world.owner, { number, decisions, seen }));
  expect(await inForce(number)).toBe(seen);
});

test("who says no to a request does not undo the yes a colleague gave meanwhile", async () => {
  const { number } = await askForReturn(world, { order: "#1003" });
  value(await approveReturn(world.owner, { number }));
  const no = { number, reason: "Worn." };
  expect(await declineReturn(world.owner, { ...no, seenAs: "requested" })).toMatchObject({
    error: { code: "WrongState", status: "approved" },
  });
  value(await declineReturn(world.owner, { ...no, seenAs: "approved" }));
});
