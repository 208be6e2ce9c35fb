import { type ApiContext, apiContext, type Tools } from "@kept/domain";
import { type ProblemAnswer, problemKinds, problemOf } from "./problem.ts";

/** What an endpoint says: its answer and the language it is in, or a problem. */
export type Said =
  | { readonly ok: true; readonly body: unknown; readonly language: string }
  | { readonly ok: false; readonly problem: ProblemAnswer };

/**
 * The coat of every endpoint: who asks, what is said to them, what is written in the log. Every answer carries the
 * request's id and is nobody's to keep. Whoever cannot be told from a stranger because the database is away waits.
 */
export async function answerTo(
  tools: Tools,
  request: Request,
  work: (ctx: ApiContext) => Promise<Said>,
): Promise<Response> {
  const started = performance.now();
  const requestId = request.headers.get("x-request-id") ?? crypto.randomUUID();
  const asked = await whoAsks(tools, request, requestId);
  const said = "problem" in asked ? asked : await attempt(asked.ctx, work);
  const answer = said.ok ? answered(said) : refusedWith(said.problem, tools.settings.dashboardUrl, requestId);
  answer.headers.set("x-request-id", requestId);
  answer.headers.set("cache-control", "no-store");
  const path = new URL(request.url).pathname;
  const facts = { path, status: answer.status, ms: since(started) };
  if ("ctx" in asked) asked.ctx.log.info({ key: asked.ctx.keyId, ...facts }, "API request");
  else tools.log.info({ requestId, ...facts }, "API request");
  return answer;
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
async function attempt(ctx: ApiContext, work: (ctx: ApiContext) => Promise<Said>): Promise<Said> {
  try {
    return await work(ctx);
  } catch (error) {
    ctx.log.error({ err: error }, "API request failed");
    return {
      ok: false,
      problem: { kind: "failed", detail: "This is our mistake, and it was recorded. Nothing was changed." },
    };
  }
}

function answered({ body, language }: Said & { ok: true }): Response {
  return Response.json(body, { headers: { "content-language": language, vary: "Accept-Language" } });
}

function refusedWith(problem: ProblemAnswer, origin: string, requestId: string): Response {
  const { status } = problemKinds[problem.kind];
  const wait = problem.retryAfterSeconds;
  return new Response(JSON.stringify(problemOf(problem, { origin, requestId })), {
    status,
    headers: {
      "content-type": "application/problem+json",
      "content-language": "en",
      ...(status === 401 && { "www-authenticate": 'Bearer realm="Kept"' }),
      ...(wait !== undefined && { "retry-after": String(wait) }),
    },
  });
}

function since(started: number): number {
  return Math.trunc(performance.now() - started);
}
