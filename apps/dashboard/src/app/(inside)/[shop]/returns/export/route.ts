import { exportReturns } from "@kept/domain";
import { shopFor } from "../../../../../server/context.ts";
import { download } from "../../../../../server/download.ts";
import { readAddress, wantedOf } from "../list-address.ts";

/** The list at this address as a file, all of its pages. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ shop: string }> },
): Promise<Response> {
  const ctx = await shopFor((await params).shop);
  const query = Object.fromEntries(new URL(request.url).searchParams);
  return download(exportReturns(ctx, wantedOf(readAddress(query))));
}
