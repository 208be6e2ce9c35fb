import type { IncomingMessage, ServerResponse } from "node:http";
import type Provider from "oidc-provider";
import { page } from "../pages/frame.ts";
import { html } from "../pages/html.ts";
import { fromResponse, type Reply, send } from "../server/exchange.ts";
import type { World } from "../world/world.ts";
import { accountIdOf, googleOf } from "./provider.ts";

/** Everything below `/google`: the provider itself, and the page on which somebody says who they are. */
export async function signInAtGoogle(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const url = new URL(request.url ?? "/", world.settings.publicUrl);
  const provider = await googleOf(world);
  if (url.pathname.startsWith("/google/login/")) {
    send(response, await answerLogin(provider, url, request, response), "");
    return true;
  }
  const { host, protocol } = new URL(world.settings.publicUrl);
  const rest = `${url.pathname.slice("/google".length)}${url.search}`;
  Object.assign(request, { url: rest, originalUrl: request.url, baseUrl: "/google" });
  request.headers["x-forwarded-proto"] = protocol.replace(":", "");
  request.headers["x-forwarded-host"] = host;
  await provider.callback()(request, response);
  return true;
}

async function answerLogin(
  provider: Provider,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Reply> {
  const interaction = await provider.interactionDetails(request, response);
  const email = url.searchParams.get("email")?.trim();
  if (interaction.prompt.name === "login" && !email) return loginPage();
  const login = email && { accountId: accountIdOf(email, url.searchParams.has("verified")) };
  const accountId = login ? login.accountId : (interaction.session?.accountId ?? "");
  const grant = new provider.Grant({ accountId, clientId: String(interaction.params.client_id) });
  grant.addOIDCScope(String(interaction.params.scope));
  const result = { ...(login && { login }), consent: { grantId: await grant.save() } };
  const location = await provider.interactionResult(request, response, result, {
    mergeWithLastSubmission: true,
  });
  return { status: 303, headers: { location } };
}

async function loginPage(): Promise<Reply> {
  const body = html`<h1>Sign in with Google</h1>
<p class="soft">Google's own page asks for a password; this one believes you. Google verifies most people's addresses, and not all.</p>
<section class="sheet"><div class="body"><form method="get">
<label>E-mail address <input type="email" name="email" required autocomplete="email"></label>
<label><input type="checkbox" name="verified" value="yes" checked> Google has verified that it is mine</label>
<div class="buttons"><button>Continue</button></div>
</form></div></section>`;
  const reply = await fromResponse(page({ title: "Sign in with Google", body }));
  const policy = (reply.headers?.["content-security-policy"] ?? "").replace(
    "form-action 'self'",
    "form-action 'self' http: https:",
  );
  return { ...reply, headers: { ...reply.headers, "content-security-policy": policy } };
}
