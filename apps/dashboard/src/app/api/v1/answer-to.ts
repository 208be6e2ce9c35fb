import {
  type Allowance,
  type ApiContext,
  type ApiScope,
  apiContext,
  type Tools,
  takeFromAllowance,
} from "@kept/domain";
import { type Answer, answerOf, headersOf, type Said } from "./answer.ts";
import { doOnce } from "./do-once.ts";
import type { ProblemAnswer } from "./problem.ts";

/** What an endpoint asks of whoever comes: a right, and whether the request may be named, to be done once. */
export interface Door {
  readonly scope?: ApiScope;
  readonly write?: boolean;
}

/**
 * The coat of every endpoint: who asks, whether they may, what is said to them, what is written in the log. Every
 * answer carries the request's id and is nobody's to keep. Whoever cannot be told from a stranger because the database
 * is away waits.
 */
export async function answerTo(
  tools: Tools,
  request: Request,
  work: (ctx: ApiContext) => Promise<Said>,
  door: Door = {},
): Promise<Response> {
  const started = performance.now();
  const requestId = request.headers.get("x-request-id") ?? crypto.randomUUID();
  const say = (said: Said) => answerOf(said, tools.settings.dashboardUrl, requestId);
  const asked = await whoAsks(tools, request, requestId);
  const { answer, allowance } =
    "problem" in asked
      ? { answer: say(asked), allowance: null }
      : await inside(asked.ctx, request, work, door, say);
  const headers = headersOf(answer, { requestId, allowance });
  const body = answer.body === undefined ? null : JSON.stringify(answer.body);
  const { pathname: path } = new URL(request.url);
  const facts = { path, status: answer.status, ms: since(started) };
  if ("ctx" in asked) asked.ctx.log.info({ key: asked.ctx.keyId, ...facts }, "API request");
  else tools.log.info({ requestId, ...facts }, "API request");
  return new Response(body, { status: answer.status, headers });
}

const away: ProblemAnswer = {
  kind: "unavailable",
  detail: "Kept cannot answer at the moment. Nothing was changed; try again shortly.",
  retryAfterSeconds: 10,
};

async function whoAsks(
  tools: Tools,
  request: Request,
  requestId: string,
): Promise<{ ctx: ApiContext } | { ok: false; problem: ProblemAnswer }> {
  const bearer = /^Bearer +(\S+)$/i.exec(request.headers.get("authorization")?.trim() ?? "")?.[1] ?? null;
  try {
    const ctx = await apiContext(tools, bearer, { requestId });
    if (ctx) return { ctx };
  } catch (error) {
    tools.log.error({ err: error, requestId }, "An API key could not be looked up");
    return { ok: false, problem: away };
  }
  const detail =
    "Send a key of the shop as `Authorization: Bearer kept_live_…`. Keys are made under Settings › API.";
  return { ok: false, problem: { kind: "not-authorized", detail } };
}

/** The last one to hear of a mistake of ours: it is logged, and a stranger learns nothing but where to ask. */
async function inside(
  ctx: ApiContext,
  request: Request,
  work: (ctx: ApiContext) => Promise<Said>,
  door: Door,
  say: (said: Said) => Answer,
): Promise<{ answer: Answer; allowance: Allowance | null }> {
  let allowance: Allowance | null = null;
  try {
    allowance = await takeFromAllowance(ctx);
    const no = refusalAtTheDoor(ctx, door, allowance);
    if (no) return { answer: say({ ok: false, problem: no }), allowance };
    const done = async () => say(await work(ctx));
    return { answer: door.write ? await doOnce(ctx, request, done, say) : await done(), allowance };
  } catch (error) {
    ctx.log.error({ err: error }, "API request failed");
    const detail = "This is our mistake, and it was recorded. Ask again to see how things stand.";
    return { answer: say({ ok: false, problem: { kind: "failed", detail } }), allowance };
  }
}

function refusalAtTheDoor(ctx: ApiContext, { scope }: Door, allowance: Allowance): ProblemAnswer | null {
  if (allowance.exceeded) {
    const { most, resetSeconds } = allowance;
    const detail = `A key may ask ${most} times a minute. Try again in ${resetSeconds} s.`;
    return { kind: "too-many-requests", detail, retryAfterSeconds: resetSeconds };
  }
  if (scope && !ctx.scopes.includes(scope))
    return { kind: "scope-missing", detail: `This needs a key with the right "${scope}".` };
  return null;
}

function since(started: number): number {
  return Math.trunc(performance.now() - started);
}
