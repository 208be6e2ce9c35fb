import { readBatch } from "@kept/domain";
import { shopFor } from "../../../../../../../server/context.ts";
import { batchNow } from "../../batch-now.ts";

/** How far a batch is, for the page that shows it. */
export async function GET(
  _: Request,
  { params }: { params: Promise<{ shop: string; id: string }> },
): Promise<Response> {
  const { shop, id } = await params;
  const batch = await readBatch(await shopFor(shop), id);
  if (!batch) return new Response("No such batch", { status: 404 });
  return Response.json(batchNow(batch), { headers: { "cache-control": "no-store" } });
}
