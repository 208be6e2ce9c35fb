import type { IncomingMessage, ServerResponse } from "node:http";
import type Provider from "oidc-provider";
import { passOn, signedIn, signInPage } from "../openid/sign-in.ts";
import { html } from "../pages/html.ts";
import { type Reply, send } from "../server/exchange.ts";
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
  const { publicUrl } = world.settings;
  await passOn(provider, request, response, { publicUrl, path: "/google" });
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
  const accountId = email ? accountIdOf(email, url.searchParams.has("verified")) : undefined;
  return signedIn(provider, request, response, interaction, accountId);
}

function loginPage(): Promise<Reply> {
  const body = html`<h1>Sign in with Google</h1>
<p class="soft">Google's own page asks for a password; this one believes you. Google verifies most people's addresses, and not all.</p>
<section class="sheet"><div class="body"><form method="get">
<label>E-mail address <input type="email" name="email" required autocomplete="email"></label>
<label><input type="checkbox" name="verified" value="yes" checked> Google has verified that it is mine</label>
<div class="buttons"><button>Continue</button></div>
</form></div></section>`;
  return signInPage({ title: "Sign in with Google", body });
}
