import type { OpenedDraft, ShopContext } from "@kept/domain";
import { cookies } from "next/headers";
import { draftPassName, signDraftPass } from "./draft-pass.ts";
import { env } from "./env.ts";

/** Whoever proved to be the order's customer: this browser may see this draft, and nothing else. */
export async function givePass({ shop }: ShopContext, { key, expiresAt }: OpenedDraft): Promise<void> {
  const { linkKey, portalUrl } = env();
  (await cookies()).set(draftPassName, await signDraftPass(linkKey, { shopId: shop.id, key }, expiresAt), {
    path: `/${shop.handle}/return/${key}`,
    expires: expiresAt,
    httpOnly: true,
    sameSite: "lax",
    secure: portalUrl.startsWith("https://"),
  });
}
