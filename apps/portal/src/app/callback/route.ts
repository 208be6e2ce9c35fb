import { finishSignIn } from "@kept/domain";
import { NextResponse } from "next/server";
import { shopAt } from "../../server/context.ts";
import { callbackUrl, rememberCustomer, takeSignIn } from "../../server/signed-in.ts";

/** Back from the shop's customer accounts. Whoever is not believed starts again, and is told that nothing happened. */
export async function GET(request: Request): Promise<NextResponse> {
  const began = await takeSignIn();
  const ctx = began && (await shopAt(began.handle));
  if (!began || !ctx) return to("/");
  const cameBack = new URL(callbackUrl());
  cameBack.search = new URL(request.url).search;
  const who = await finishSignIn(ctx, { started: began.started, cameBack });
  if (!who.ok) return to(`/${ctx.shop.handle}?sign-in=${who.error.code}`);
  await rememberCustomer(ctx, who.value.customerId);
  return to(`/${ctx.shop.handle}/orders`);
}

function to(path: string): NextResponse {
  return new NextResponse(null, { status: 303, headers: { location: path } });
}
