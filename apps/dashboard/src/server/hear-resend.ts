import { hearOfLetter } from "@kept/domain";
import { type Arriving, bodyOf } from "./body.ts";
import { env } from "./env.ts";
import { tools } from "./tools.ts";

const mostBytes = 256 * 1024;

/** Hears what Resend says became of a letter; answers the status to say. Signed, kept once; 503 asks to say it again later. */
export async function hearResend(request: Arriving): Promise<200 | 401 | 404 | 413 | 503> {
  const { RESEND_WEBHOOK_SECRET } = env();
  if (!RESEND_WEBHOOK_SECRET) return 404;
  const body = await bodyOf(request, mostBytes);
  if (!body) return 413;
  const heard = await hearOfLetter(await tools(), RESEND_WEBHOOK_SECRET, {
    body: body.toString(),
    id: request.headers.get("svix-id"),
    timestamp: request.headers.get("svix-timestamp"),
    signature: request.headers.get("svix-signature"),
  });
  return ({ done: 200, later: 503, forged: 401 } as const)[heard];
}
