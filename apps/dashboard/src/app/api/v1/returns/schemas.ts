import { returnResource } from "@kept/domain";
import { z } from "zod";
import { pageOf, pageQuery } from "../paging.ts";

const { status, creditState } = returnResource.shape;

export const returnsQuery = z.strictObject({
  status: status.optional().describe("Only returns in this status."),
  creditState: creditState.optional().describe("Only returns whose credit stands so."),
  ...pageQuery,
});

export const returnPage = pageOf(returnResource, "ReturnPage");

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
