import { exportCredits } from "@kept/domain";
import { shopFor } from "../../../../../server/context.ts";
import { download } from "../../../../../server/download.ts";
import { readCreditAddress } from "../credit-address.ts";

export async function GET(
  request: Request,
  { params }: { params: Promise<{ shop: string }> },
): Promise<Response> {
  const ctx = await shopFor((await params).shop);
  const query = Object.fromEntries(new URL(request.url).searchParams);
  return download(exportCredits(ctx, readCreditAddress(query)));
}
