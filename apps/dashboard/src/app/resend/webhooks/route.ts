import { hearResend } from "../../../server/hear-resend.ts";

/** Where Resend says what became of letters. The server in front of Next (server.ts) hears it by itself; this is for `next dev`. */
export async function POST(request: Request): Promise<Response> {
  return new Response(null, { status: await hearResend(request) });
}
