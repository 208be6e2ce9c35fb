import { describe, expect, test } from "vitest";
import { usd } from "../testing/amounts.ts";
import { answering } from "../testing/answering.ts";
import { type ProcessReturn, processReturn } from "./process-return.ts";

const toCredit: ProcessReturn = {
  returnId: "gid://shopify/Return/1",
  lines: [{ id: "gid://shopify/ReturnLineItem/1", quantity: 2 }],
  money: { storeCredit: usd(6000n) },
  note: "rsc1:x",
};

const processed = (change: object = {}, userErrors: object[] = []) => ({
  data: { returnProcess: { return: { id: toCredit.returnId, status: "OPEN", ...change }, userErrors } },
});

describe("processing a return", () => {
  test("sends lines and store credit in one call, never more than was paid, and asks Shopify not to write", async () => {
    const shop = await answering(processed());
    expect(await processReturn(shop.admin, toCredit)).toMatchObject({
      kind: "done",
      value: { status: "OPEN" },
    });
    expect(shop.asked[0]?.variables).toEqual({
      input: {
        returnId: toCredit.returnId,
        returnLineItems: toCredit.lines,
        note: "rsc1:x",
        notifyCustomer: false,
        financialTransfer: {
          issueRefund: {
            allowOverRefunding: false,
            orderTransactions: [],
            refundMethods: [{ storeCreditRefund: { amount: { amount: "60.00", currencyCode: "USD" } } }],
          },
        },
      },
    });
  });

  test("sends money back to the payments it came from", async () => {
    const shop = await answering(processed());
    const payments = [
      { parentId: "gid://shopify/OrderTransaction/1", gateway: "shopify_payments", amount: usd(4500n) },
      { parentId: "gid://shopify/OrderTransaction/2", gateway: "gift_card", amount: usd(1500n) },
    ];
    await processReturn(shop.admin, { ...toCredit, money: { payments } });
    expect(shop.asked[0]?.variables.input).toMatchObject({
      financialTransfer: {
        issueRefund: {
          orderTransactions: payments.map(({ parentId, amount }) => ({
            parentId,
            transactionAmount: { amount: amount.minor === 4500n ? "45.00" : "15.00", currencyCode: "USD" },
          })),
          refundMethods: [],
        },
      },
    });
  });

  test("is never sent without lines: money alone has no guard against going out twice", async () => {
    const shop = await answering(processed());
    await expect(processReturn(shop.admin, { ...toCredit, lines: [] })).rejects.toThrow(RangeError);
    expect(shop.asked).toHaveLength(0);
  });

  test.each(["INVALID", "INVALID_STATE", "NOT_FOUND", "LESS_THAN_OR_EQUAL_TO"])(
    "%s: looked at and refused",
    async (code) => {
      const errors = [{ code, field: ["input", "returnLineItems"], message: "no" }];
      const answer = await processReturn((await answering(processed({}, errors))).admin, toCredit);
      expect(answer).toMatchObject({ kind: "refused", code });
    },
  );

  test.each(["INTERNAL_ERROR", "NOTIFICATION_FAILED", "CREATION_FAILED", "SOMETHING_NEW", null])(
    "%s: nobody knows how far it had got",
    async (code) => {
      const errors = [{ code, field: null, message: "no" }];
      const answer = await processReturn((await answering(processed({}, errors))).admin, toCredit);
      expect(answer).toMatchObject({ kind: "unknown", reason: "unknown_refusal" });
    },
  );

  test("a known and an unknown error together prove nothing", async () => {
    const errors = [
      { code: "INVALID", field: null, message: "no" },
      { code: "INTERNAL_ERROR", field: null, message: "no" },
    ];
    const answer = await processReturn((await answering(processed({}, errors))).admin, toCredit);
    expect(answer).toMatchObject({ kind: "unknown" });
  });

  test("an answer about another return is not believed", async () => {
    const answer = await processReturn(
      (await answering(processed({ id: "gid://shopify/Return/2" }))).admin,
      toCredit,
    );
    expect(answer).toMatchObject({ kind: "unknown", reason: "mismatch" });
  });
});
