import { exportJournal } from "@kept/domain";
import { shopFor } from "../../../../../server/context.ts";
import { download } from "../../../../../server/download.ts";

export async function GET(
  request: Request,
  { params }: { params: Promise<{ shop: string }> },
): Promise<Response> {
  const ctx = await shopFor((await params).shop);
  const query = new URL(request.url).searchParams;
  return download(exportJournal(ctx, { from: query.get("from") ?? "", to: query.get("to") ?? "" }));
}
