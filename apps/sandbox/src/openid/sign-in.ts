import type { IncomingMessage, ServerResponse } from "node:http";
import type Provider from "oidc-provider";
import type { Interaction } from "oidc-provider";
import { page } from "../pages/frame.ts";
import { fromResponse, type Reply } from "../server/exchange.ts";

/** Hands a request on to a provider that lies below `path`: to itself it lies at the top. */
export async function passOn(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
  { publicUrl, path }: { publicUrl: string; path: string },
): Promise<void> {
  const { host, protocol } = new URL(publicUrl);
  const { url = "/" } = request;
  Object.assign(request, { url: url.slice(path.length), originalUrl: url, baseUrl: path });
  request.headers["x-forwarded-proto"] = protocol.replace(":", "");
  request.headers["x-forwarded-host"] = host;
  await provider.callback()(request, response);
}

/** Somebody has said who they are (`accountId`), or had before: on to where they came from, with what was asked for. */
export async function signedIn(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
  { params, session }: Interaction,
  accountId: string | undefined,
): Promise<Reply> {
  const grant = new provider.Grant({
    accountId: accountId ?? session?.accountId ?? "",
    clientId: String(params.client_id),
  });
  grant.addOIDCScope(String(params.scope));
  const result = {
    ...(accountId && { login: { accountId } }),
    consent: { grantId: await grant.save() },
  };
  const location = await provider.interactionResult(request, response, result, {
    mergeWithLastSubmission: true,
  });
  return { status: 303, headers: { location } };
}

/** A page whose form may lead to an app, wherever that is. */
export async function signInPage(what: Parameters<typeof page>[0]): Promise<Reply> {
  const reply = await fromResponse(page(what));
  const policy = (reply.headers?.["content-security-policy"] ?? "").replace(
    "form-action 'self'",
    "form-action 'self' http: https:",
  );
  return { ...reply, headers: { ...reply.headers, "content-security-policy": policy } };
}
