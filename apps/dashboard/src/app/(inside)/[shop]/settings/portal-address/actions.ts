"use server";
import {
  changePortalSettings,
  claimDomain,
  type DomainRefusal,
  portalLink,
  releaseDomain,
  verifyDomain,
} from "@kept/domain";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { shopFor } from "../../../../../server/context.ts";
import { heldTo } from "../../../../../server/held-to.ts";
import { sayTo } from "../../../../../server/words.ts";
import { type FormState, typedIn } from "../../../../../ui/form-state.ts";

export async function claim(shop: string, _: FormState, form: FormData): Promise<FormState> {
  const typed = heldTo(Claim, typedIn(form));
  const claimed = await claimDomain(await shopFor(shop), typed);
  revalidatePath(`/${shop}/settings/portal-address`);
  return claimed.ok
    ? { done: `${claimed.value.domain} waits for its DNS record` }
    : { typed, ...problemOf(claimed.error) };
}

export async function verify(shop: string): Promise<FormState> {
  const verified = await verifyDomain(await shopFor(shop));
  revalidatePath(`/${shop}/settings/portal-address`);
  return verified.ok ? { done: `${verified.value.domain} is open` } : problemOf(verified.error);
}

export async function release(shop: string): Promise<FormState> {
  const released = await releaseDomain(await shopFor(shop));
  revalidatePath(`/${shop}/settings/portal-address`);
  return released.ok ? { done: "The domain leads nowhere now" } : problemOf(released.error);
}

export async function saveIdentity(shop: string, _: FormState, form: FormData): Promise<FormState> {
  const ctx = await shopFor(shop);
  const input = Identity.safeParse(typedIn(form));
  if (!input.success) return { problem: "Choose one of the three." };
  const { proof, signIn } = input.data;
  const saved = await changePortalSettings(ctx, { ...ctx.shop.portal, proof, signIn: signIn !== undefined });
  revalidatePath(`/${shop}/settings/portal-address`);
  return saved.ok ? { done: "Saved" } : { problem: sayTo(saved.error) };
}

export interface LinkState extends FormState {
  readonly link?: string;
}

export async function makeLink(shop: string, _: LinkState, form: FormData): Promise<LinkState> {
  const typed = heldTo(LinkFor, typedIn(form));
  if (typed.order.trim() === "") return { typed, fields: { order: "Which order? For example #1001." } };
  return { typed, link: await portalLink(await shopFor(shop), typed) };
}

const Claim = z.object({ domain: z.string().max(500) });
const LinkFor = z.object({ order: z.string().max(200), contact: z.string().max(500) });
const Identity = z.object({
  proof: z.enum(["email", "phone", "postcode"]),
  signIn: z.string().optional(),
});

function problemOf(refusal: DomainRefusal): FormState {
  switch (refusal.code) {
    case "NotADomain":
      return { fields: { domain: "Write the name of a host you own, like returns.your-shop.com." } };
    case "Taken":
      return {
        fields: {
          domain: "Another shop has claimed this domain. Ask them to let it go, or use another name.",
        },
      };
    case "NotVerified":
      return {
        problem:
          "DNS does not say so yet. Records can take an hour to be seen everywhere; nothing is lost meanwhile.",
      };
    case "NoDomain":
      return { problem: "This domain is not claimed any more. Claim it again." };
    case "NotAllowed":
      return { problem: sayTo(refusal) };
  }
}
