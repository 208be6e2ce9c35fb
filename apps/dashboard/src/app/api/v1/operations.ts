import { always, type Operation, once, reading, writing } from "./operation.ts";
import {
  differencePage,
  differencesQuery,
  runPage,
  runResource,
  runsQuery,
} from "./reconciliation/schemas.ts";
import { returnOperations } from "./returns/operations.ts";
import {
  endpointChange,
  endpointPage,
  endpointRequest,
  endpointResource,
  newEndpoint,
} from "./webhook-endpoints/schemas.ts";

const theEndpoint = { status: 200, schema: endpointResource, about: "The endpoint as it stands now." };

/** Everything but quotes, which has its own page of the story. */
export const operations: readonly Operation[] = [
  ...returnOperations,
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
