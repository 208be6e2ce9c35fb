import {
  type MemberContext,
  memberContext,
  type OrganizationContext,
  organizationContext,
} from "@kept/domain";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { getServerSession } from "next-auth";
import { cache } from "react";
import { addressOf } from "./address-of.ts";
import { authOptions } from "./auth.ts";
import { env } from "./env.ts";
import { tools } from "./tools.ts";

export interface SignedIn {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
}

/** Who is asking, once per request; null for a stranger. */
export const whoAsks = cache(async (): Promise<SignedIn | null> => {
  const session = await getServerSession(await authOptions());
  const user = session?.user as { id?: string; name?: string | null; email?: string | null } | undefined;
  if (!user?.id || !user.email) return null;
  return { userId: user.id, name: user.name ?? user.email, email: user.email };
});

/** Who is asking; a stranger is sent to the sign-in page and comes back afterwards. */
export async function member(): Promise<SignedIn> {
  const person = await whoAsks();
  if (person) return person;
  const path = (await headers()).get("x-path") ?? "/";
  redirect(path === "/" ? "/sign-in" : `/sign-in?to=${encodeURIComponent(path)}`);
}

/** The shop a page or an action is about, as the member who asks may reach it. Not reachable and not there look the same. */
export const shopFor = cache(async (handle: string): Promise<MemberContext> => {
  const person = await member();
  // An action's arguments come from a browser, whatever their type says.
  if (typeof handle !== "string" || handle.includes("\0")) notFound();
  const requestId = (await headers()).get("x-request-id") ?? crypto.randomUUID();
  const ip = addressOf((await headers()).get("x-forwarded-for"), env().KEPT_PROXY_HOPS);
  const ctx = await memberContext(await tools(), { userId: person.userId, handle, requestId, ip });
  return ctx ?? notFound();
});

/** The organization a page or an action is about. One's own; any other is one that is not there. */
export const organizationFor = cache(async (organizationId: string): Promise<OrganizationContext> => {
  const { userId } = await member();
  if (typeof organizationId !== "string") notFound();
  const requestId = (await headers()).get("x-request-id") ?? crypto.randomUUID();
  const ctx = await organizationContext(await tools(), { userId, organizationId, requestId });
  return ctx ?? notFound();
});
