import { createHash } from "node:crypto";
import { and, eq, gt, lt, sql, tables } from "@kept/database";
import { consentMs, type Granted } from "@kept/shopify";
import { acrossAllShops, type Tools } from "../tools.ts";

const { installStates } = tables;

/** Where Shopify sends the merchant back to. Registered with Shopify, to the letter. */
export const callbackPath = "/shopify/callback";

/** Whether a request that opens the app was signed by Shopify, for a shop, just now. */
export function openedByShopify(tools: Tools, url: URL): Promise<boolean> {
  return tools.shopify.install.opened(url, { appUrl: tools.settings.dashboardUrl });
}

/**
 * Sends a merchant to Shopify's consent page. The way back is good once, for this browser and this shop, for a quarter
 * of an hour; `returnTo` is where in the dashboard they were.
 */
export async function beginInstall(
  tools: Tools,
  request: Request,
  input: { domain: string; returnTo?: string | undefined },
): Promise<Response> {
  const answer = await tools.shopify.install.begin(request, {
    shop: input.domain,
    appUrl: tools.settings.dashboardUrl,
    callbackPath,
  });
  const location = answer.headers.get("location");
  const state = location && new URL(location).searchParams.get("state");
  if (!state) return answer;
  await acrossAllShops(tools, async (tx) => {
    await tx.delete(installStates).where(lt(installStates.expiresAt, sql`clock_timestamp()`));
    await tx.insert(installStates).values({
      stateHash: hashOf(state),
      domain: input.domain,
      returnTo: input.returnTo ?? null,
      expiresAt: new Date(tools.clock.now().getTime() + consentMs),
    });
  });
  return answer;
}

export type FinishedInstall =
  | {
      readonly ok: true;
      readonly granted: Granted;
      readonly returnTo: string | null;
      readonly cookies: readonly string[];
    }
  | { readonly ok: false; readonly reason: "not_asked" | "not_from_shopify" | "refused_by_shopify" };

/**
 * The way back: Shopify's signature first, then the state, which is used up by looking it up, then this browser's
 * cookie; only then the code is exchanged for tokens.
 */
export async function finishInstall(tools: Tools, request: Request): Promise<FinishedInstall> {
  const url = new URL(request.url);
  if (!(await openedByShopify(tools, url))) return { ok: false, reason: "not_from_shopify" };
  const domain = url.searchParams.get("shop") ?? "";
  const asked = await useState(tools, url.searchParams.get("state") ?? "", domain);
  if (!asked) return { ok: false, reason: "not_asked" };
  const finished = await tools.shopify.install.finish(request, { appUrl: tools.settings.dashboardUrl });
  if (!finished.ok) return finished;
  if (finished.granted.shop !== domain) return { ok: false, reason: "not_from_shopify" };
  return { ok: true, granted: finished.granted, returnTo: asked.returnTo, cookies: finished.cookies };
}

/** Deleting is using: whoever comes first has it. */
async function useState(tools: Tools, state: string, domain: string) {
  const [row] = await acrossAllShops(tools, (tx) =>
    tx
      .delete(installStates)
      .where(
        and(
          eq(installStates.stateHash, hashOf(state)),
          eq(installStates.domain, domain),
          gt(installStates.expiresAt, sql`clock_timestamp()`),
        ),
      )
      .returning({ returnTo: installStates.returnTo }),
  );
  return row ?? null;
}

export function hashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("base64url");
}
