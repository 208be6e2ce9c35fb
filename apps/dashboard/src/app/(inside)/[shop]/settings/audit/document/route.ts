import { takeDocument } from "@kept/domain";
import { shopFor } from "../../../../../../server/context.ts";

/** A customer's own data, for whoever hands it over. Taking it is written down. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ shop: string }> },
): Promise<Response> {
  const ctx = await shopFor((await params).shop);
  const id = new URL(request.url).searchParams.get("id") ?? "";
  const document = await takeDocument(ctx, { id });
  if (!document.ok) return new Response("There is no such document.", { status: 404 });
  return new Response(JSON.stringify(document.value, null, 2), {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="kept-customer-data.json"`,
      "cache-control": "no-store",
    },
  });
}
