import { listReturnResources, readReturnResource, type Tools } from "@kept/domain";
import { answerTo } from "../answer-to.ts";
import { fromCursor, toCursor } from "../paging.ts";
import { readQuery } from "../read-query.ts";
import { numberOf } from "../returns/numbers.ts";
import { notThere } from "../returns/refusals.ts";
import { creditsQuery } from "./schemas.ts";

export function getCredits(tools: Tools, request: Request): Promise<Response> {
  return answerTo(
    tools,
    request,
    async (ctx) => {
      const read = readQuery(request, creditsQuery);
      if (!read.ok) return read;
      const { cursor, ...filter } = read.value;
      const after = fromCursor(cursor);
      const { rows, next } = await listReturnResources(ctx, { ...filter, after, credited: true });
      return { ok: true, body: { data: rows, next: toCursor(next) } };
    },
    { scope: "credits:read" },
  );
}

export function getCredit(tools: Tools, request: Request, name: string): Promise<Response> {
  return answerTo(
    tools,
    request,
    async (ctx) => {
      const number = numberOf(name);
      const found = number === null ? null : await readReturnResource(ctx, number);
      return found?.credit?.destination === "store_credit" ? { ok: true, body: found } : notThere;
    },
    { scope: "credits:read" },
  );
}
