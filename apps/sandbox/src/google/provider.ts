import { createHash, generateKeyPairSync } from "node:crypto";
import type Provider from "oidc-provider";
import type { World } from "../world/world.ts";

/** Made when it is first asked for: few runs of the stand-in ever sign anybody in this way. */
const providers = new WeakMap<World, Promise<Provider>>();

/** Stands in for https://accounts.google.com: whoever comes is who they say, with a verified address or without. */
export function googleOf(world: World): Promise<Provider> {
  const known = providers.get(world) ?? open(world);
  providers.set(world, known);
  return known;
}

/** What an account here is known by: its address, and whether Google would call that verified. */
export function accountIdOf(email: string, verified: boolean): string {
  return `${verified ? "verified" : "claimed"}:${email}`;
}

async function open(world: World): Promise<Provider> {
  const { default: Provider } = await import("oidc-provider");
  const { publicUrl, googleRedirects = [] } = world.settings;
  const issuer = `${publicUrl}/google`;
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: "google-local",
        client_secret: "google-local-secret",
        token_endpoint_auth_method: "client_secret_basic",
        grant_types: ["authorization_code"],
        response_types: ["code"],
        redirect_uris: googleRedirects,
        id_token_signed_response_alg: "RS256",
        application_type: "native",
      },
    ],
    jwks: {
      keys: [{ ...privateKey.export({ format: "jwk" }), use: "sig", alg: "RS256", kid: "google-local" }],
    },
    cookies: {
      keys: [createHash("sha256").update(issuer).digest("hex")],
      long: { path: "/google" },
      short: { path: "/google" },
    },
    scopes: ["openid", "email", "profile"],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    interactions: {
      url: (_context: unknown, interaction: { uid: string }) => `/google/login/${interaction.uid}`,
    },
    ttl: {
      AccessToken: 3_600,
      IdToken: 3_600,
      AuthorizationCode: 60,
      Interaction: 600,
      Session: 86_400,
      Grant: 86_400,
    },
    findAccount: (_context: unknown, id: string) => {
      const [kind, email = ""] = id.split(/:(.*)/s);
      const sub = createHash("sha256").update(email).digest("hex").slice(0, 20);
      const claims = { sub, email, email_verified: kind === "verified", name: email.split("@")[0] };
      return { accountId: id, claims: () => claims };
    },
  });
  provider.proxy = true;
  return provider;
}
