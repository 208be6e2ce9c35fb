import { expect, test } from "vitest";
import { Decide, Decline, problemsOf, Settle } from "./forms.ts";

const leg = "0199a1b2-0000-7000-8000-000000000001";

test("every item's decision is read from its own control, with its reason where one was given", () => {
  const typed = {
    "accepted.a": "1",
    "accepted.b": "0",
    "declineReason.b": " worn ",
    "declineReason.a": "",
    act: "issue",
  };
  expect(Decide.parse(typed)).toEqual({
    decisions: [
      { lineId: "a", accepted: 1 },
      { lineId: "b", accepted: 0, declineReason: "worn" },
    ],
    issue: true,
    withoutReturn: false,
    acceptDifference: false,
  });
});

test("approving alone does not issue", () => {
  expect(Decide.parse({ "accepted.a": "1", act: "nothing" }).issue).toBe(false);
});

test("declining needs a reason, and says so beside the field", () => {
  const read = Decline.safeParse({ reason: "  ", note: "" });
  expect(read.success ? {} : problemsOf(read.error)).toEqual({
    reason: "Say why, in a few words; it stays in the history.",
  });
});

test("“it arrived” needs the transaction it arrived as", () => {
  const read = Settle.safeParse({
    legId: leg,
    exit: "this_is_it",
    transactionId: " ",
    reason: "Seen in Shopify",
  });
  expect(read.success ? {} : problemsOf(read.error)).toHaveProperty("transactionId");
});

test("an exit that is not one of the three is not taken for one", () => {
  const read = Settle.safeParse({ legId: leg, exit: "pay_twice", reason: "Because" });
  expect(read.success ? {} : problemsOf(read.error)).toEqual({ exit: "Choose what happened." });
});

test("sending again carries the reason and nothing else", () => {
  expect(
    Settle.parse({ legId: leg, exit: "send_again", transactionId: "left over", reason: "Not there" }),
  ).toEqual({
    legId: leg,
    exit: { kind: "send_again" },
    reason: "Not there",
  });
});
