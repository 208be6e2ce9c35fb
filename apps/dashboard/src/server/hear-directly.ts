import type { IncomingMessage, ServerResponse } from "node:http";
import type { Arriving } from "./body.ts";
import { logFault } from "./fault.ts";
import { hearResend } from "./hear-resend.ts";
import { hearShopify } from "./hear-shopify.ts";

/** What programs tell in floods, by where they tell it. */
const hearings: ReadonlyMap<string, (request: Arriving) => Promise<number>> = new Map([
  ["/shopify/webhooks", hearShopify],
  ["/resend/webhooks", hearResend],
]);

/**
 * Hears what is told in floods without Next in between, which takes longer to hand it over than it takes to keep. False
 * when this is something else. What fails is told again by whoever told it.
 */
export function hearDirectly(request: IncomingMessage, response: ServerResponse): boolean {
  const hear = request.method === "POST" && hearings.get(request.url ?? "");
  if (hear) void answer(hear, request, response);
  return Boolean(hear);
}

async function answer(
  hear: (request: Arriving) => Promise<number>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { url: path = "", method = "", headers } = request;
  const arriving = {
    body: request.iterator({ destroyOnReturn: false }), // what is not read to its end is answered all the same
    headers: { get: (name: string) => headers[name]?.toString() ?? null },
  };
  const status = await hear(arriving).catch(async (error: unknown) => {
    await logFault(error, { path, method, route: path }).catch(() => {}); // its log may be what is missing
    return 500;
  });
  if (status === 413) response.setHeader("connection", "close");
  response.writeHead(status).end();
}
