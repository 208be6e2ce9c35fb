import type { ApiScope } from "@kept/domain";
import { returnResource } from "@kept/domain";
import type { z } from "zod";
import { creditsQuery } from "./credits/schemas.ts";
import type { ProblemKind } from "./problem.ts";
import {
  differencePage,
  differencesQuery,
  runPage,
  runResource,
  runsQuery,
} from "./reconciliation/schemas.ts";
import { approvalRequest, declineRequest, returnPage, returnsQuery } from "./returns/schemas.ts";
import {
  endpointChange,
  endpointPage,
  endpointRequest,
  endpointResource,
  newEndpoint,
} from "./webhook-endpoints/schemas.ts";

/** One thing the API does: all that its description, its page and its tests need to know. */
export interface Operation {
  readonly method: "get" | "post" | "patch" | "delete";
  readonly path: string;
  readonly id: string;
  readonly summary: string;
  readonly description: string;
  readonly scope: ApiScope;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly answer: { readonly status: number; readonly schema?: z.ZodType; readonly about: string };
  readonly problems: readonly ProblemKind[];
  /** May be named by `Idempotency-Key`, to be done once. */
  readonly once?: boolean;
}

const always: readonly ProblemKind[] = [
  "not-authorized",
  "scope-missing",
  "too-many-requests",
  "failed",
  "unavailable",
];
const reading: readonly ProblemKind[] = [...always, "not-found"];
const writing: readonly ProblemKind[] = [
  ...reading,
  "not-json",
  "too-large",
  "not-supported",
  "invalid",
  "wrong-state",
];
const once: readonly ProblemKind[] = [...writing, "still-running", "same-key-other-request"];
const theReturn = { status: 200, schema: returnResource, about: "The return as it stands now." };
const theEndpoint = { status: 200, schema: endpointResource, about: "The endpoint as it stands now." };

/** Everything but quotes, which has its own page of the story. */
export const operations: readonly Operation[] = [
  {
    method: "get",
    path: "/api/v1/returns",
    id: "listReturns",
    summary: "List returns",
    description:
      "The shop's returns, newest first, each with its sum part by part and its money leg by leg. Every page costs the same, however far back.",
    scope: "returns:read",
    query: returnsQuery,
    answer: { status: 200, schema: returnPage, about: "A page of returns." },
    problems: [...always, "invalid"],
  },
  {
    method: "get",
    path: "/api/v1/returns/{number}",
    id: "readReturn",
    summary: "Read a return",
    description: "One return, by its number: `R-1001` or `1001`.",
    scope: "returns:read",
    answer: { ...theReturn, about: "The return." },
    problems: reading,
  },
  {
    method: "post",
    path: "/api/v1/returns/{number}/approval",
    id: "approveReturn",
    summary: "Approve a return",
    description:
      "Says yes to a request, whole or in part. The base is compared with Shopify's own figure first; where it differs, nothing is approved and a person has to look. Approving again answers the same.",
    scope: "returns:decide",
    body: approvalRequest,
    answer: theReturn,
    problems: once,
    once: true,
  },
  {
    method: "post",
    path: "/api/v1/returns/{number}/decline",
    id: "declineReturn",
    summary: "Decline a return",
    description: "Says no to a request, with a reason the customer reads. Declining again answers the same.",
    scope: "returns:decide",
    body: declineRequest,
    answer: theReturn,
    problems: once,
    once: true,
  },
  {
    method: "post",
    path: "/api/v1/returns/{number}/credit",
    id: "issueCredit",
    summary: "Issue what was promised",
    description:
      "Commits to paying exactly what the quote in force says, as its resolution says: base first, then bonus. There is one credit for a return however often and by whomever it is asked for. The money moves after this answer: read the return again, or wait for the webhook. Above the shop's limit two people issue it in Kept instead.",
    scope: "credits:issue",
    answer: { ...theReturn, status: 202, about: "The return, with the legs that are on their way." },
    problems: [...reading, "wrong-state", "still-running", "same-key-other-request"],
    once: true,
  },
  {
    method: "get",
    path: "/api/v1/credits",
    id: "listCredits",
    summary: "List credits",
    description:
      "Returns for which store credit was issued, newest first. `credit` holds both legs with Shopify's ids; what is confirmed of them sums to `credit.issued`.",
    scope: "credits:read",
    query: creditsQuery,
    answer: { status: 200, schema: returnPage, about: "A page of credits." },
    problems: [...always, "invalid"],
  },
  {
    method: "get",
    path: "/api/v1/credits/{number}",
    id: "readCredit",
    summary: "Read a credit",
    description: "The credit that was issued for a return, by the return's number.",
    scope: "credits:read",
    answer: { ...theReturn, about: "The return with its credit." },
    problems: reading,
  },
  {
    method: "get",
    path: "/api/v1/reconciliation",
    id: "listReconciliationRuns",
    summary: "List reconciliation runs",
    description:
      "The comparisons of the shop's ledger with Shopify, newest first: how far each is, and how many differences it found.",
    scope: "reconciliation:read",
    query: runsQuery,
    answer: { status: 200, schema: runPage, about: "A page of runs." },
    problems: [...always, "invalid"],
  },
  {
    method: "get",
    path: "/api/v1/reconciliation/{run}",
    id: "readReconciliationRun",
    summary: "Read a reconciliation run",
    description: "One comparison, by its id.",
    scope: "reconciliation:read",
    answer: { status: 200, schema: runResource, about: "The run." },
    problems: reading,
  },
  {
    method: "get",
    path: "/api/v1/reconciliation/differences",
    id: "listDifferences",
    summary: "List differences",
    description:
      "What Shopify shows and the ledger did not know, or the other way round, newest first. A difference is found once and stands until it is settled, whichever run met it; so the open ones are what the newest run leaves to a person. People settle them in Kept.",
    scope: "reconciliation:read",
    query: differencesQuery,
    answer: { status: 200, schema: differencePage, about: "A page of differences." },
    problems: [...always, "invalid"],
  },
  {
    method: "get",
    path: "/api/v1/webhook-endpoints",
    id: "listWebhookEndpoints",
    summary: "List webhook endpoints",
    description: "Where the shop is told what happens.",
    scope: "webhooks",
    answer: { status: 200, schema: endpointPage, about: "All endpoints of the shop." },
    problems: always,
  },
  {
    method: "post",
    path: "/api/v1/webhook-endpoints",
    id: "addWebhookEndpoint",
    summary: "Add a webhook endpoint",
    description:
      "A new place to tell. Its answer is the only one with the secret that signs; it is kept nowhere to be repeated, so this request cannot be named by `Idempotency-Key`.",
    scope: "webhooks",
    body: endpointRequest,
    answer: { status: 201, schema: newEndpoint, about: "The endpoint with its secret." },
    problems: writing,
  },
  {
    method: "get",
    path: "/api/v1/webhook-endpoints/{id}",
    id: "readWebhookEndpoint",
    summary: "Read a webhook endpoint",
    description: "One endpoint, without its secret.",
    scope: "webhooks",
    answer: { ...theEndpoint, about: "The endpoint." },
    problems: reading,
  },
  {
    method: "patch",
    path: "/api/v1/webhook-endpoints/{id}",
    id: "changeWebhookEndpoint",
    summary: "Change a webhook endpoint",
    description: "Where, what, and whether it is told. What is left out stays.",
    scope: "webhooks",
    body: endpointChange,
    answer: theEndpoint,
    problems: once,
    once: true,
  },
  {
    method: "delete",
    path: "/api/v1/webhook-endpoints/{id}",
    id: "removeWebhookEndpoint",
    summary: "Remove a webhook endpoint",
    description: "Nothing more is told there; what waits is dropped.",
    scope: "webhooks",
    answer: { status: 204, about: "It is gone." },
    problems: [...reading, "still-running", "same-key-other-request"],
    once: true,
  },
  {
    method: "post",
    path: "/api/v1/webhook-endpoints/{id}/secret",
    id: "changeWebhookSecret",
    summary: "Change a webhook secret",
    description:
      "A new secret. For a day the one before signs as well, so that the receiver can be changed in its own time.",
    scope: "webhooks",
    answer: { status: 200, schema: newEndpoint, about: "The endpoint with its new secret." },
    problems: reading,
  },
];

/** The parts of a path that stand for something: what they are called, and what they hold. */
export const pathParts: Readonly<Record<string, string>> = {
  number: "The return's number, `R-1001` or `1001`.",
  id: "The endpoint's id.",
  run: "The run's id.",
};
