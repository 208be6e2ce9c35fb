import { env } from "../../../server/env.ts";
import { answerOf, headersOf } from "./answer.ts";

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
type Method = (typeof methods)[number];

type Refusing = Readonly<Record<Method | "OPTIONS", (request: Request) => Response>>;

/** What a route says to every method but its own; each route exports what it has no use for from here. */
export function otherMethods(...own: readonly Method[]): Refusing {
  const refuse = (request: Request) => refuseMethod(request, own, env().DASHBOARD_URL);
  const told = () => new Response(null, { status: 204, headers: { allow: allowed(own) } });
  return { GET: refuse, POST: refuse, PUT: refuse, PATCH: refuse, DELETE: refuse, OPTIONS: told };
}

/** 405, with the methods that are taken. Said to anybody: which paths there are is no secret. */
export function refuseMethod(request: Request, own: readonly Method[], origin: string): Response {
  const requestId = request.headers.get("x-request-id") ?? crypto.randomUUID();
  const detail = `${request.method} means nothing here. This path takes ${own.join(" and ")}.`;
  const answer = answerOf({ ok: false, problem: { kind: "wrong-method", detail } }, origin, requestId);
  const headers = headersOf(answer, { requestId, allowance: null });
  headers.set("allow", allowed(own));
  return new Response(JSON.stringify(answer.body), { status: answer.status, headers });
}

/** Whoever answers GET answers HEAD. */
function allowed(own: readonly Method[]): string {
  return [...own, ...(own.includes("GET") ? ["HEAD"] : []), "OPTIONS"].join(", ");
}
