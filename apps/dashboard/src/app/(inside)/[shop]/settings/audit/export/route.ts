import { exportAudit } from "@kept/domain";
import { shopFor } from "../../../../../../server/context.ts";
import { viewOf } from "../view.ts";
import { auditCsv } from "./audit-csv.ts";

/** The log as a file, as far as it is filtered; that somebody took it is its newest entry. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ shop: string }> },
): Promise<Response> {
  const ctx = await shopFor((await params).shop);
  const { act } = viewOf(Object.fromEntries(new URL(request.url).searchParams));
  const rows = await exportAudit(ctx, { act });
  if (!rows.ok) return new Response("Your role does not include this.", { status: 403 });
  const day = new Date().toISOString().slice(0, 10);
  return new Response(auditCsv(rows.value), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="kept-audit-${ctx.shop.handle}-${day}.csv"`,
      "cache-control": "no-store",
    },
  });
}
