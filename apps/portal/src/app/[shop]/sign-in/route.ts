import { beginSignIn } from "@kept/domain";
import { NextResponse } from "next/server";
import { shopAt } from "../../../server/context.ts";
import { callbackUrl, rememberSignIn } from "../../../server/signed-in.ts";

/** Off to the shop's customer accounts. A link and no form: our policy lets no form lead to another host. */
export async function GET(_: Request, { params }: RouteContext<"/[shop]/sign-in">): Promise<NextResponse> {
  const { shop: handle } = await params;
  const ctx = await shopAt(handle);
  if (!ctx) return new NextResponse(null, { status: 404 });
  const begun = await beginSignIn(ctx, { redirectUri: callbackUrl() });
  if (!begun.ok) return to(`/${handle}?sign-in=${begun.error.code}`);
  await rememberSignIn(handle, begun.value.started);
  return to(begun.value.url);
}

function to(location: string): NextResponse {
  return new NextResponse(null, { status: 303, headers: { location } });
}
