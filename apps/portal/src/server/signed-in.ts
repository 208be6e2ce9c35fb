import type { ShopContext, SignInStarted } from "@kept/domain";
import { cookies } from "next/headers";
import { z } from "zod";
import { env } from "./env.ts";
import { seal, unseal } from "./sealed.ts";

const onTheWay = "kept_sign_in";
const signedIn = "kept_customer";

/** The one address customers come back to from any shop's accounts; registered with Shopify once. */
export function callbackUrl(): string {
  return `${env().portalUrl}/callback`;
}

/** What must be brought back from signing in. Only the callback's path gets it, for ten minutes. */
export async function rememberSignIn(handle: string, started: SignInStarted): Promise<void> {
  const value = { handle, started };
  await keep(onTheWay, "/callback", await sealedFor("sign-in", value, 10), 10);
}

/** The sign-in this browser began; it is taken away, because it is used once. */
export async function takeSignIn(): Promise<z.output<typeof startedSchema> | null> {
  const text = (await cookies()).get(onTheWay)?.value;
  (await cookies()).set(onTheWay, "", { path: "/callback", maxAge: 0, httpOnly: true, sameSite: "lax" });
  const opened = startedSchema.safeParse(await unseal(env().linkKey, "sign-in", text, new Date()));
  return opened.success ? opened.data : null;
}

/** This browser's customer at one shop, for half an hour. */
export async function rememberCustomer({ shop }: ShopContext, customerId: string): Promise<void> {
  const value = { shopId: shop.id, customerId };
  await keep(signedIn, `/${shop.handle}`, await sealedFor("customer", value, 30), 30);
}

export async function signedInCustomer({ shop }: ShopContext): Promise<string | null> {
  const text = (await cookies()).get(signedIn)?.value;
  const opened = customerSchema.safeParse(await unseal(env().linkKey, "customer", text, new Date()));
  return opened.success && opened.data.shopId === shop.id ? opened.data.customerId : null;
}

const startedSchema = z.object({
  handle: z.string(),
  started: z.object({ state: z.string(), nonce: z.string(), verifier: z.string() }),
});
const customerSchema = z.object({ shopId: z.string(), customerId: z.string() });

function sealedFor(purpose: string, value: object, minutes: number): Promise<string> {
  return seal(env().linkKey, purpose, value, new Date(Date.now() + minutes * 60_000));
}

async function keep(name: string, path: string, value: string, minutes: number): Promise<void> {
  const secure = env().portalUrl.startsWith("https://");
  (await cookies()).set(name, value, { path, maxAge: minutes * 60, httpOnly: true, sameSite: "lax", secure });
}
