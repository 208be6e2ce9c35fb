import { moneyResource } from "@kept/domain";
import { z } from "zod";
import { pageOf, pageQuery } from "../paging.ts";

export const runResource = z
  .strictObject({
    id: z.string(),
    state: z.enum(["running", "done", "failed"]),
    nightly: z.boolean().describe("True: the night's. False: a person asked for it."),
    accounts: z.int().describe("How many accounts there were to compare."),
    compared: z.int().describe("How many of them are behind it."),
    changed: z.int().describe("How many looked different and were read movement by movement."),
    found: z.int().describe("How many differences it met for the first time."),
    reason: z.string().nullable().describe("Why it failed: `not_installed`, the shop has no connection."),
    startedAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: "ReconciliationRun", description: "One comparison of the shop's whole ledger with Shopify." });

export const differenceResource = z
  .strictObject({
    id: z.string(),
    kind: z
      .enum([
        "opening",
        "spent",
        "spent_returned",
        "expired",
        "by_others",
        "missing",
        "double",
        "called_off",
        "amount_differs",
        "unexplained",
      ])
      .describe(
        "`opening`, `spent`, `spent_returned` and `expired` are explained and booked. `by_others`: not moved by Kept. `missing`: given, and not in Shopify. `double`: there twice. `called_off`: given after it was called off. `amount_differs`, `unexplained`: the sums are not the same.",
      ),
    ledger: moneyResource.describe("What Kept's ledger says."),
    shopify: moneyResource.describe("What Shopify says."),
    customerId: z.string().nullable(),
    returnNumber: z.string().nullable().describe("`R-1001`, where it is about a return."),
    transactionId: z.string().nullable().describe("Shopify's transaction, where there is one."),
    happenedAt: z.iso.datetime(),
    foundAt: z.iso.datetime(),
    settled: z
      .strictObject({
        action: z
          .enum([
            "posted",
            "staff",
            "other_app",
            "refund",
            "incentive",
            "corrected",
            "take_back",
            "taken_back",
            "gone",
          ])
          .describe(
            "`posted`: explained, booked without a person. `staff`, `other_app`: theirs. `refund`, `incentive`: the shop's after all. `corrected`: the books follow Shopify. `take_back`: Kept takes it out of the account again. `taken_back`: somebody did. `gone`: it was no difference in the end.",
          ),
        reason: z.string().nullable(),
        at: z.iso.datetime(),
      })
      .nullable()
      .describe("Null while it waits for a person."),
  })
  .meta({
    id: "Difference",
    description: "What Shopify shows and Kept's ledger did not know, or the other way round.",
  });

export const runsQuery = z.strictObject(pageQuery);

export const differencesQuery = z.strictObject({
  which: z
    .enum(["open", "settled", "all"])
    .default("open")
    .describe("`open`: those that wait for a person. Left out: these."),
  ...pageQuery,
});

export const runPage = pageOf(runResource, "ReconciliationRunPage");
export const differencePage = pageOf(differenceResource, "DifferencePage");
