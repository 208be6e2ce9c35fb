import { returnResource } from "@kept/domain";
import { z } from "zod";
import { pageOf, pageQuery } from "../paging.ts";
import { quoteRequest } from "../quotes/quote-request.ts";

const { status, creditState } = returnResource.shape;

export const returnsQuery = z.strictObject({
  status: status.optional().describe("Only returns in this status."),
  creditState: creditState.optional().describe("Only returns whose credit stands so."),
  ...pageQuery,
});

export const returnPage = pageOf(returnResource, "ReturnPage");

const { orderId, lines, resolution } = quoteRequest.shape;

export const returnRequest = z
  .strictObject({
    orderId,
    lines: z
      .array(
        lines.element.extend({
          reason: z
            .string()
            .min(1)
            .max(130)
            .describe("The key of one of the reasons in the shop's policy, or of a sub-reason."),
          note: z.string().max(280).optional().describe("Why, in the customer's words."),
        }),
      )
      .min(1)
      .max(250)
      .describe("The units that come back. Each line at most once."),
    resolution,
    note: z.string().max(1000).optional().describe("What the customer says about it all."),
  })
  .meta({ id: "ReturnRequest", description: "A return in a customer's name." });

export const approvalRequest = z
  .strictObject({
    lines: z
      .array(
        z.strictObject({
          lineId: z.string().max(64).describe("The `id` of one of the return's lines."),
          accepted: z.int().min(0).max(100_000).describe("How many units are accepted; 0 declines the line."),
          declineReason: z.string().max(500).optional(),
        }),
      )
      .max(250)
      .default([])
      .describe("Decisions that differ from the request. Lines that are not named are accepted whole."),
  })
  .meta({ id: "Approval", description: "Says yes to a request, whole or in part." });

export const declineRequest = z
  .strictObject({
    reason: z.string().trim().min(1).max(500).describe("The customer reads it."),
    note: z.string().max(500).optional().describe("Staff read it."),
  })
  .meta({ id: "Decline", description: "Says no to a request." });
