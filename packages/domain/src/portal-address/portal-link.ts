import { hkdfSync } from "node:crypto";
import { jwtVerify, SignJWT } from "jose";
import type { ShopContext } from "../context.ts";

/** What a link fills in for the customer. It opens nothing: the code still goes to the order's e-mail. */
export interface PortalLinkFacts {
  readonly order: string;
  readonly contact: string;
}

const audience = "kept-portal-link";

/** A link to the shop's portal with the order filled in, signed, so that nobody else's words stand in our form. */
export async function portalLink(ctx: ShopContext, { order, contact }: PortalLinkFacts): Promise<string> {
  const token = await new SignJWT({ order: order.trim().slice(0, 64), contact: contact.trim().slice(0, 254) })
    .setProtectedHeader({ alg: "HS256" })
    .setSubject(ctx.shop.id)
    .setAudience(audience)
    .setIssuedAt(ctx.clock.now())
    .sign(keyOf(ctx));
  return `${ctx.tools.settings.portalUrl}/${ctx.shop.handle}?for=${token}`;
}

/** What a link fills in; null for one that was changed, or is of another shop. */
export async function readPortalLink(ctx: ShopContext, token: string): Promise<PortalLinkFacts | null> {
  try {
    const options = { algorithms: ["HS256"], audience, subject: ctx.shop.id };
    const { payload } = await jwtVerify(token, keyOf(ctx), options);
    const { order, contact } = payload;
    return typeof order === "string" && typeof contact === "string" ? { order, contact } : null;
  } catch {
    return null;
  }
}

function keyOf({ tools }: ShopContext): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", tools.settings.encryptionKey, "", "kept portal link", 32));
}
