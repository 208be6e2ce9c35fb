import { mayComeAs, type Tools } from "@kept/domain";
import type { NextAuthOptions } from "next-auth";
import GoogleProvider from "next-auth/providers/google";
import { env } from "./env.ts";

/** Google as a second way in; none in an installation that has no client there. */
export function googleProviders(): NextAuthOptions["providers"] {
  const { AUTH_GOOGLE_ID: clientId, AUTH_GOOGLE_SECRET: clientSecret, AUTH_GOOGLE_ISSUER: issuer } = env();
  if (!clientId || !clientSecret) return [];
  return [
    GoogleProvider({
      clientId,
      clientSecret,
      // Whoever comes joins the member of the same address. `mayCome` has asked before whether Google verified it.
      allowDangerousEmailAccountLinking: true,
      ...(issuer && { wellKnown: `${issuer}/.well-known/openid-configuration` }),
    }),
  ];
}

/** Asked before anybody is signed in. Who comes by a link has shown that the mailbox is theirs; of others, their provider has to. */
export function mayCome(tools: Tools): NonNullable<NonNullable<NextAuthOptions["callbacks"]>["signIn"]> {
  return async ({ account, profile }) => account?.type === "email" || mayComeAs(tools, profile ?? {});
}
