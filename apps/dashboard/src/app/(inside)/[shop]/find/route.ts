import { listReturns } from "@kept/domain";
import { shopFor } from "../../../../server/context.ts";
import { written } from "../../../../ui/amount.tsx";

/** A return as the palette shows it. */
export interface Found {
  readonly number: number;
  readonly name: string;
  readonly order: string;
  readonly amount: string;
}

/** Returns by number, order, e-mail or item, for the palette: the newest eight. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ shop: string }> },
): Promise<Response> {
  const ctx = await shopFor((await params).shop);
  const search = new URL(request.url).searchParams.get("q")?.trim().slice(0, 100);
  if (!search) return Response.json([]);
  const { rows } = await listReturns(ctx, { view: "all", search, limit: 8 });
  const found: Found[] = rows.map((row) => ({
    number: row.number,
    name: row.customerName,
    order: row.orderName,
    amount: written(row.total),
  }));
  return Response.json(found, { headers: { "cache-control": "no-store" } });
}
