import type { IncomingMessage, ServerResponse } from "node:http";
import type Provider from "oidc-provider";
import { passOn, signedIn, signInPage } from "../openid/sign-in.ts";
import { html } from "../pages/html.ts";
import { type Reply, send } from "../server/exchange.ts";
import type { ShopWorld } from "../world/shop-world.ts";
import type { World } from "../world/world.ts";
import { providerOf } from "./provider.ts";

const place = /^\/authentication\/(\d+)(\/.*)$/;

/**
 * Everything below `/authentication/{shop id}`: the provider itself, and the page on which a customer says who they
 * are. There is no password; the real one sends a code by e-mail. Returns false when the address is none of these.
 */
export async function signIn(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const url = new URL(request.url ?? "/", world.settings.publicUrl);
  const [, id, rest] = place.exec(url.pathname) ?? [];
  const shop =
    id === undefined ? undefined : [...world.shops.values()].find((entry) => String(entry.shop.id) === id);
  if (!shop || rest === undefined) return false;
  const provider = await providerOf(world, shop);
  if (rest.startsWith("/login/")) {
    send(response, await answerLogin(provider, shop, url, request, response), "");
    return true;
  }
  const { publicUrl } = world.settings;
  await passOn(provider, request, response, { publicUrl, path: `/authentication/${id}` });
  return true;
}

async function answerLogin(
  provider: Provider,
  shop: ShopWorld,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Reply> {
  const interaction = await provider.interactionDetails(request, response);
  const email = url.searchParams.get("email");
  if (interaction.prompt.name === "login" && email === null)
    return loginPage(shop, interaction.params.login_hint);
  const customer =
    email === null
      ? undefined
      : shop.customers.find((entry) => entry.email?.toLowerCase() === email.trim().toLowerCase());
  if (interaction.prompt.name === "login" && !customer)
    return loginPage(shop, email, "Nobody here has this e-mail address.");
  return signedIn(provider, request, response, interaction, customer && String(customer.id));
}

function loginPage(shop: ShopWorld, hint: unknown, problem?: string): Promise<Reply> {
  const body = html`<h1>Sign in to ${shop.shop.name}</h1>
<p class="soft">A customer of this shop signs in with their e-mail address. The real page sends a code to it; this one believes you.</p>
<section class="sheet"><div class="body"><form method="get">
<label>E-mail address <input type="email" name="email" required autocomplete="email" value="${typeof hint === "string" ? hint : ""}"></label>
${problem && html`<p class="error small" role="alert">${problem}</p>`}
<div class="buttons"><button>Continue</button></div>
</form></div></section>`;
  return signInPage({ title: "Sign in", body, shop });
}
