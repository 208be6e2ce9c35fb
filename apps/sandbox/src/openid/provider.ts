import { createHash, generateKeyPairSync } from "node:crypto";
import type Provider from "oidc-provider";

/**
 * An OpenID provider at `issuer`, below whose path everything of it lies: one RS256 key, cookies signed with `cookieKey`,
 * sessions of a day. `own` is what it has of its own, in the library's words. The library is loaded on first use: most
 * runs of the stand-in never sign anybody in.
 */
export async function openProvider(
  issuer: string,
  cookieKey: string,
  own: Record<string, unknown>,
): Promise<Provider> {
  const { default: Provider } = await import("oidc-provider");
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const { pathname: path } = new URL(issuer);
  const kid = createHash("sha256").update(issuer).digest("hex").slice(0, 16);
  const provider = new Provider(issuer, {
    jwks: { keys: [{ ...privateKey.export({ format: "jwk" }), use: "sig", alg: "RS256", kid }] },
    cookies: { keys: [cookieKey], long: { path }, short: { path } },
    conformIdTokenClaims: false,
    interactions: { url: (_context: unknown, { uid }: { uid: string }) => `${path}/login/${uid}` },
    ttl: {
      AccessToken: 3_600,
      IdToken: 3_600,
      AuthorizationCode: 60,
      Interaction: 600,
      Session: 86_400,
      Grant: 86_400,
    },
    ...own,
  });
  provider.proxy = true;
  return provider;
}
