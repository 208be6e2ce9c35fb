import { searchShops } from "@kept/domain";
import { whoAsks } from "../../../../../server/context.ts";
import { tools } from "../../../../../server/tools.ts";
import { written } from "../../../../../ui/amount.tsx";

/** A return somewhere, as the palette shows it. */
export interface FoundSomewhere {
  readonly number: number;
  readonly name: string;
  readonly order: string;
  readonly amount: string;
  readonly shop: string;
  readonly href: string;
}

/** Returns in all of one's shops, for the palette: the newest eight. */
export async function GET(request: Request): Promise<Response> {
  const person = await whoAsks();
  if (!person) return Response.json([], { status: 401 });
  const search = new URL(request.url).searchParams.get("q") ?? "";
  const rows = await searchShops(await tools(), { userId: person.userId, search });
  const found: FoundSomewhere[] = rows.map(({ shop, number, customerName, orderName, total }) => ({
    number,
    name: customerName,
    order: orderName,
    amount: written(total),
    shop: shop.name,
    href: `/${shop.handle}/returns/${number}`,
  }));
  return Response.json(found, { headers: { "cache-control": "no-store" } });
}
