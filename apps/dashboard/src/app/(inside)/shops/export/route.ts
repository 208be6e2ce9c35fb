import { allowed, shopsOverview } from "@kept/domain";
import { member } from "../../../../server/context.ts";
import { tools } from "../../../../server/tools.ts";
import { arrange, viewOf } from "../arrange.ts";
import { shopsCsv } from "./shops-csv.ts";

/** The list as it stands in the address, of the shops whose numbers one may take along. */
export async function GET(request: Request): Promise<Response> {
  const { userId } = await member();
  const view = viewOf(Object.fromEntries(new URL(request.url).searchParams));
  const all = await shopsOverview(await tools(), userId, { countedTo: 1_000_000 });
  const shops = arrange(
    all.filter(({ role }) => allowed(role, "export")),
    view,
  );
  const day = new Date().toISOString().slice(0, 10);
  return new Response(shopsCsv(shops), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="kept-shops-${day}.csv"`,
      "cache-control": "no-store",
    },
  });
}
