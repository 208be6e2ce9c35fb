import { listDifferences, pageOfRuns, readRun, type Tools } from "@kept/domain";
import type { Said } from "../answer.ts";
import { answerTo, type Door } from "../answer-to.ts";
import { fromCursor, toCursor } from "../paging.ts";
import { readQuery } from "../read-query.ts";
import { differenceResourceOf, runResourceOf } from "./resources.ts";
import { differencesQuery, runsQuery } from "./schemas.ts";

const door: Door = { scope: "reconciliation:read" };

export function getRuns(tools: Tools, request: Request): Promise<Response> {
  return answerTo(
    tools,
    request,
    async (ctx) => {
      const read = readQuery(request, runsQuery);
      if (!read.ok) return read;
      const { cursor, limit } = read.value;
      const { rows, next } = await pageOfRuns(ctx, { limit, after: fromCursor(cursor) });
      return { ok: true, body: { data: rows.map(runResourceOf), next: toCursor(next) } };
    },
    door,
  );
}

export function getRun(tools: Tools, request: Request, id: string): Promise<Response> {
  return answerTo(
    tools,
    request,
    async (ctx) => {
      const found = await readRun(ctx, id);
      return found ? { ok: true, body: runResourceOf(found) } : notThere;
    },
    door,
  );
}

export function getDifferences(tools: Tools, request: Request): Promise<Response> {
  return answerTo(
    tools,
    request,
    async (ctx) => {
      const read = readQuery(request, differencesQuery);
      if (!read.ok) return read;
      const { cursor, ...asked } = read.value;
      const { rows, next } = await listDifferences(ctx, { ...asked, after: fromCursor(cursor) });
      return { ok: true, body: { data: rows.map(differenceResourceOf), next: toCursor(next) } };
    },
    door,
  );
}

const notThere: Said = {
  ok: false,
  problem: { kind: "not-found", detail: "This shop made no comparison with this id." },
};
