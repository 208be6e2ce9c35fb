import {
  type ApiContext,
  approveReturn,
  declineReturn,
  issueCredit,
  listReturnResources,
  makeReturn,
  readReturnResource,
  type Tools,
} from "@kept/domain";
import type { z } from "zod";
import type { Said } from "../answer.ts";
import { answerTo } from "../answer-to.ts";
import { fromCursor, toCursor } from "../paging.ts";
import { readJson } from "../read-json.ts";
import { readQuery } from "../read-query.ts";
import { makingRefused, nameMissing } from "./make-refusals.ts";
import { numberOf } from "./numbers.ts";
import { notThere, refusedWith } from "./refusals.ts";
import { approvalRequest, declineRequest, returnRequest, returnsQuery } from "./schemas.ts";

export function getReturns(tools: Tools, request: Request): Promise<Response> {
  return answerTo(
    tools,
    request,
    async (ctx) => {
      const read = readQuery(request, returnsQuery);
      if (!read.ok) return read;
      const { cursor, ...filter } = read.value;
      const { rows, next } = await listReturnResources(ctx, { ...filter, after: fromCursor(cursor) });
      return { ok: true, body: { data: rows, next: toCursor(next) } };
    },
    { scope: "returns:read" },
  );
}

export function getReturn(tools: Tools, request: Request, name: string): Promise<Response> {
  return answerTo(tools, request, (ctx) => sayReturn(ctx, numberOf(name)), { scope: "returns:read" });
}

/** Must be named: unlike the other writes, it would do something else the second time. */
export function postReturn(tools: Tools, request: Request): Promise<Response> {
  return answerTo(
    tools,
    request,
    async (ctx) => {
      const name = request.headers.get("idempotency-key")?.trim();
      if (!name) return { ok: false, problem: nameMissing("return") };
      const read = await readJson(request, returnRequest);
      if (!read.ok) return read;
      const made = await makeReturn(ctx, read.value, name);
      if (!made.ok) return { ok: false, problem: makingRefused(made.error) };
      return sayReturn(ctx, made.value.number, 201);
    },
    { scope: "returns:write", write: true },
  );
}

export function postApproval(tools: Tools, request: Request, name: string): Promise<Response> {
  return decide(tools, request, name, approvalRequest, "returns:decide", (ctx, number, { lines }) =>
    approveReturn(ctx, { number, decisions: lines }),
  );
}

export function postDecline(tools: Tools, request: Request, name: string): Promise<Response> {
  return decide(tools, request, name, declineRequest, "returns:decide", (ctx, number, body) =>
    declineReturn(ctx, { number, ...body }),
  );
}

export function postCredit(tools: Tools, request: Request, name: string): Promise<Response> {
  return answerTo(
    tools,
    request,
    async (ctx) => {
      const number = numberOf(name);
      if (number === null) return notThere;
      const issued = await issueCredit(ctx, { number });
      return issued.ok ? sayReturn(ctx, number, 202) : refusedWith(issued.error);
    },
    { scope: "credits:issue", write: true },
  );
}

/** Reads a body, does one verb, and answers how the return stands then. */
function decide<S extends z.ZodType>(
  tools: Tools,
  request: Request,
  name: string,
  schema: S,
  scope: "returns:decide",
  verb: (
    ctx: ApiContext,
    number: number,
    body: z.output<S>,
  ) => Promise<{ ok: true } | { ok: false; error: { code: string } }>,
): Promise<Response> {
  return answerTo(
    tools,
    request,
    async (ctx) => {
      const read = await readJson(request, schema);
      if (!read.ok) return read;
      const number = numberOf(name);
      if (number === null) return notThere;
      const done = await verb(ctx, number, read.value);
      return done.ok ? sayReturn(ctx, number) : refusedWith({ ...done.error });
    },
    { scope, write: true },
  );
}

async function sayReturn(ctx: ApiContext, number: number | null, status = 200): Promise<Said> {
  const found = number === null ? null : await readReturnResource(ctx, number);
  return found ? { ok: true, status, body: found } : notThere;
}
