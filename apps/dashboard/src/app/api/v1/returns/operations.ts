import { returnResource } from "@kept/domain";
import { creditsQuery } from "../credits/schemas.ts";
import { always, type Operation, once, reading } from "../operation.ts";
import { messagePage, messageRequest, messageResource, messagesQuery } from "./message-schemas.ts";
import { approvalRequest, declineRequest, returnPage, returnRequest, returnsQuery } from "./schemas.ts";

const theReturn = { status: 200, schema: returnResource, about: "The return as it stands now." };

/** What can be done with returns and their credit. */
export const returnOperations: readonly Operation[] = [
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
    method: "post",
    path: "/api/v1/returns",
    id: "makeReturn",
    summary: "Make a return",
    description:
      "Asks for a return in a customer's name, under the very rules the customer would have in the portal: what is not returnable there is refused here. It waits for a decision like any request, and the customer gets the usual letter. The same `Idempotency-Key` makes one return.",
    scope: "returns:write",
    body: returnRequest,
    answer: { ...theReturn, status: 201, about: "The return that was made." },
    problems: [
      ...always,
      "order-not-found",
      "not-json",
      "too-large",
      "not-supported",
      "invalid",
      "still-running",
      "same-key-other-request",
    ],
    once: "required",
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
    path: "/api/v1/returns/{number}/messages",
    id: "listMessages",
    summary: "List messages",
    description: "What the customer of a return and the shop wrote to each other about it, newest first.",
    scope: "messages:read",
    query: messagesQuery,
    answer: { status: 200, schema: messagePage, about: "A page of the conversation." },
    problems: [...reading, "invalid"],
  },
  {
    method: "post",
    path: "/api/v1/returns/{number}/messages",
    id: "writeMessage",
    summary: "Write a message",
    description:
      "Writes to the customer of a return, in the shop's name. It stands on the return's page in the portal, and the customer gets it as an e-mail where the shop sends these. The same `Idempotency-Key` writes one message.",
    scope: "messages:write",
    body: messageRequest,
    answer: { status: 201, schema: messageResource, about: "The message as it stands there." },
    problems: [
      ...reading,
      "not-json",
      "too-large",
      "not-supported",
      "invalid",
      "still-running",
      "same-key-other-request",
    ],
    once: "required",
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
];
