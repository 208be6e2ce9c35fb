import { jwtVerify, SignJWT } from "jose";
import { env } from "./env.ts";
import type { Visit } from "./visit.ts";

const audience = "kept-photo";
const minutes = 5;

/**
 * An address of one photo for one viewer, good for five minutes. Whoever may see the page gets it on the page; it
 * carries no cookie and opens nothing else.
 */
export async function photoUrl(
  { shop }: Pick<Visit, "shop">,
  photoId: string,
  viewer: string,
): Promise<string> {
  const token = await new SignJWT({ shop: shop.id, viewer })
    .setProtectedHeader({ alg: "HS256" })
    .setSubject(photoId)
    .setAudience(audience)
    .setExpirationTime(`${minutes}m`)
    .sign(env().linkKey);
  return `/${shop.handle}/photo/${token}`;
}

/** The photo an address names, at this shop. Null when it was not made by us, or has run out. */
export async function photoAt(shopId: string, token: string): Promise<string | null> {
  try {
    const { payload } = await jwtVerify(token, env().linkKey, { algorithms: ["HS256"], audience });
    return payload.shop === shopId && typeof payload.sub === "string" ? payload.sub : null;
  } catch {
    return null;
  }
}
