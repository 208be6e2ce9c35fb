import { mayAskForLink, sendSignInLetter, sessionDays, signInStore } from "@kept/domain";
import { cookies, headers } from "next/headers";
import type { NextAuthOptions } from "next-auth";
import type { Adapter } from "next-auth/adapters";
import type { EmailConfig } from "next-auth/providers/email";
import { env } from "./env.ts";
import { googleProviders, mayCome } from "./google.ts";
import { deviceOf, sessionCookie } from "./session-cookie.ts";
import { tools } from "./tools.ts";

/**
 * How people sign in: by a link in their mailbox that works once, or by Google where an installation has it. Sessions are rows, so signing out is at once. How
 * long they last is decided where they are kept; the cookie lives as long as they can at most, and is never renewed.
 */
export async function authOptions(): Promise<NextAuthOptions> {
  const open = await tools();
  const cookie = sessionCookie();
  const replaces = (await cookies()).get(cookie.name)?.value;
  const lasting = sessionDays * day;
  return {
    adapter: signInStore(open, { device: deviceOf(await headers()), replaces }) as Adapter,
    session: { strategy: "database", maxAge: lasting, updateAge: lasting },
    cookies: { sessionToken: cookie },
    secret: env().NEXTAUTH_SECRET,
    pages: { signIn: "/sign-in", error: "/sign-in", verifyRequest: "/sign-in/sent" },
    providers: [mailbox, ...googleProviders()],
    callbacks: {
      signIn: mayCome(open),
      session: ({ session, user }) => ({
        ...session,
        user: { id: user.id, name: user.name, email: user.email },
      }),
    },
    logger: {
      error: (code) => open.log.error({ code }, "sign-in"),
      warn: (code) => open.log.warn({ code }, "sign-in"),
      debug: () => undefined,
    },
  };
}

const day = 24 * 60 * 60;

/** How long a link in a mailbox works. */
export const linkSeconds = 30 * 60;

/** next-auth's own e-mail provider wants an SMTP library; this one posts through Kept's letters. */
const mailbox = {
  id: "email",
  type: "email",
  name: "Email",
  server: "",
  from: "",
  maxAge: linkSeconds,
  options: {},
  /** Nobody is told whether an address belongs to a member: strangers get the same answer, and no letter. */
  async sendVerificationRequest({ identifier, url }) {
    const open = await tools();
    if (await mayAskForLink(open, identifier)) await sendSignInLetter(open, { email: identifier, url });
  },
} satisfies EmailConfig;
