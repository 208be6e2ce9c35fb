import { hearOfLetter } from "@kept/domain";
import { bodyOf } from "../../../server/body.ts";
import { env } from "../../../server/env.ts";
import { tools } from "../../../server/tools.ts";

const mostBytes = 256 * 1024;

/** Where Resend says what became of letters. Signed, kept once; 503 asks Resend to say it again later. */
export async function POST(request: Request): Promise<Response> {
  const { RESEND_WEBHOOK_SECRET } = env();
  if (!RESEND_WEBHOOK_SECRET) return new Response(null, { status: 404 });
  const body = await bodyOf(request, mostBytes);
  if (!body) return new Response(null, { status: 413 });
  const heard = await hearOfLetter(await tools(), RESEND_WEBHOOK_SECRET, {
    body: body.toString(),
    id: request.headers.get("svix-id"),
    timestamp: request.headers.get("svix-timestamp"),
    signature: request.headers.get("svix-signature"),
  });
  return new Response(null, { status: { done: 200, later: 503, forged: 401 }[heard] });
}
