import { quoteChoice } from "@kept/domain";
import { holdsDraft, visitTo } from "../../../../../server/visit.ts";
import { readChosenItems } from "../items/chosen-items.ts";

/**
 * What the items chosen so far would give, for the script that shows it while one chooses. Sentences, not numbers:
 * no sum is made in a browser. Empty when there is nothing to say.
 */
export async function POST(
  request: Request,
  { params }: RouteContext<"/[shop]/return/[key]/price">,
): Promise<Response> {
  const { shop, key } = await params;
  const visit = await visitTo(shop);
  if (!visit || !(await holdsDraft(visit.ctx, key))) return Response.json([], { status: 404 });
  const posted = await request.formData().catch(() => null); // what is no form, or none that can be read
  if (!posted) return Response.json([], { status: 400 });
  const { items } = readChosenItems(posted);
  const quoted = await quoteChoice(visit.ctx, { key, items, locale: visit.locale });
  if (!quoted.ok) return Response.json([]);
  const says = { store_credit: "items.soFarCredit", original_payment: "items.soFarOriginal" } as const;
  const sentences = quoted.value.map(({ resolution, quote }) =>
    visit.say(says[resolution], { amount: visit.amount(quote.totals.total) }),
  );
  return Response.json(sentences);
}
