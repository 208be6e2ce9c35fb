import { createHash } from "node:crypto";
import type Provider from "oidc-provider";
import { openProvider } from "../openid/provider.ts";
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

function open(world: World): Promise<Provider> {
  const { publicUrl, googleRedirects = [] } = world.settings;
  const issuer = `${publicUrl}/google`;
  return openProvider(issuer, createHash("sha256").update(issuer).digest("hex"), {
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
    scopes: ["openid", "email", "profile"],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    features: { devInteractions: { enabled: false } },
    findAccount: (_context: unknown, id: string) => {
      const [kind, email = ""] = id.split(/:(.*)/s);
      const sub = createHash("sha256").update(email).digest("hex").slice(0, 20);
      const claims = { sub, email, email_verified: kind === "verified", name: email.split("@")[0] };
      return { accountId: id, claims: () => claims };
    },
  });
}
