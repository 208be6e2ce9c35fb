import * as oidc from "openid-client";
import type { ShopifyUrls } from "../links.ts";
import { fetchAlong, NotAllowedOut, toAccountsOf, type Way, wayTo, wayWithin } from "../outbound.ts";

/** What this browser must bring back for the answer to be believed. Kept sealed with the browser, for ten minutes. */
export interface SignInStarted {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Who signed in, as Shopify says: the customer's number in the shop, and their confirmed address. */
export interface SignedIn {
  readonly customerId: string;
  readonly email: string | null;
}

/** Whose customers sign in, and as which client of the shop. `accountsUrl` is where its accounts are, as Shopify tells. */
export interface AccountsOf {
  readonly domain: string;
  readonly clientId: string;
  readonly accountsUrl: string | null;
}

export interface CustomerSignIn {
  /** Where the browser goes to sign in. Throws SignInUnavailable where the shop has no customer accounts that can. */
  begin(shop: AccountsOf & { redirectUri: string }): Promise<SignInStarted & { url: string }>;
  /** What came back: the code is exchanged, the id token verified (RS256, issuer, audience, nonce). Throws SignInRefused. */
  finish(shop: AccountsOf, started: SignInStarted, cameBack: URL): Promise<SignedIn>;
}

/** The shop's accounts do not answer, or are classic accounts, which know no such sign-in. */
export class SignInUnavailable extends Error {
  override readonly name = "SignInUnavailable";
}

/** Whoever came back is not believed: another browser, another time, a changed answer, or they changed their mind. */
export class SignInRefused extends Error {
  override readonly name = "SignInRefused";
}

/**
 * OpenID Connect with the shop's customer accounts: discovery on the shop's own domain, PKCE S256, state and nonce.
 * What discovery names is asked, and browsers are sent there, only where the shop's accounts can be.
 */
export function customerSignIn(urls: ShopifyUrls, standIn: string | null): CustomerSignIn {
  async function configuration({ domain, clientId, accountsUrl }: AccountsOf): Promise<oidc.Configuration> {
    const place = new URL(`${urls.api(domain)}/.well-known/openid-configuration`);
    const way = standIn === null ? wayTo(toAccountsOf(domain, accountsUrl)) : wayWithin(standIn);
    const out = fetchAlong(way);
    const client = { token_endpoint_auth_method: "none", id_token_signed_response_alg: "RS256" };
    try {
      const found = await oidc.discovery(place, clientId, client, oidc.None(), {
        // Only a stand-in on this machine speaks without TLS.
        execute: standIn === null ? [] : [oidc.allowInsecureRequests],
        [oidc.customFetch]: (url, how) => out(url, how as RequestInit),
        timeout: 5,
      });
      staysWithin(way, found.serverMetadata());
      return found;
    } catch (error) {
      throw new SignInUnavailable("The shop's customer accounts do not answer", { cause: error });
    }
  }

  return {
    async begin({ redirectUri, ...shop }) {
      const config = await configuration(shop);
      const verifier = oidc.randomPKCECodeVerifier();
      const started = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier };
      const url = oidc.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: "openid email",
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: "S256",
        state: started.state,
        nonce: started.nonce,
      });
      return { ...started, url: url.href };
    },
    async finish(shop, { state, nonce, verifier }, cameBack) {
      const config = await configuration(shop);
      try {
        const tokens = await oidc.authorizationCodeGrant(config, cameBack, {
          pkceCodeVerifier: verifier,
          expectedState: state,
          expectedNonce: nonce,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        if (!claims) throw new Error("There is no id token");
        const { sub, email, email_verified: confirmed } = claims;
        return {
          customerId: numberOf(sub),
          email: typeof email === "string" && confirmed !== false ? email : null,
        };
      } catch (error) {
        throw new SignInRefused("The answer is not believed", { cause: error });
      }
    },
  };
}

/** Throws NotAllowedOut when discovery names a place where this shop's accounts cannot be. */
function staysWithin(way: Way, { issuer, ...named }: oidc.ServerMetadata): void {
  const { authorization_endpoint, token_endpoint, jwks_uri } = named;
  for (const place of [issuer, authorization_endpoint, token_endpoint, jwks_uri])
    if (place !== undefined && !way(place)) throw new NotAllowedOut(`${place} is not where its accounts are`);
}

/** Shopify names the customer by number, alone or as the last part of a gid. */
function numberOf(subject: string): string {
  const number = subject.split("/").at(-1) ?? "";
  if (!/^\d{1,20}$/.test(number)) throw new Error("The subject is no customer");
  return number;
}
