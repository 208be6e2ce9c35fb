import { type OrderToReturn, ordersToReturn } from "@kept/domain";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { refusedForm } from "../../../server/exchange.ts";
import { signedInCustomer } from "../../../server/signed-in.ts";
import { type Visit, visitTo } from "../../../server/visit.ts";
import { LinkButton, SendButton } from "../../../ui/button.tsx";
import { SlowPage } from "../../../ui/message-page.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { Picture } from "../../../ui/picture.tsx";
import { Heading } from "../../../ui/steps.tsx";
import { takeOrder } from "./actions.ts";

export async function generateMetadata({ params }: PageProps<"/[shop]/orders">): Promise<Metadata> {
  const visit = await visitTo((await params).shop);
  return { title: visit?.say("account.orders") };
}

/** What a signed-in customer ordered, newest first, and what of it can come back. */
export default async function OrdersPage({ params }: PageProps<"/[shop]/orders">) {
  const { shop } = await params;
  const visit = await visitTo(shop);
  if (!visit) return null;
  const customerId = await signedInCustomer(visit.ctx);
  if (!customerId) redirect(`/${shop}`);
  const orders = await ordersToReturn(visit.ctx, customerId);
  if (!orders) return <SlowPage visit={visit} again={`/${shop}/orders`} />;
  const { say } = visit;
  return (
    <>
      <Heading
        title={say("account.orders")}
        lead={orders.length > 0 ? say("account.ordersLead") : say("account.none")}
      />
      {refusedForm("orders") && <Notice tone="risk">{say("pages.slowBody")}</Notice>}
      <ul className="grid grid-cols-1 gap-4">
        {orders.map((order) => (
          <Order key={order.id} visit={visit} order={order} />
        ))}
      </ul>
      <LinkButton look="quiet" href={`/${shop}`} className="mt-8 w-full sm:w-auto">
        {say("account.byNumber")}
      </LinkButton>
    </>
  );
}

function Order({ visit, order }: { visit: Visit; order: OrderToReturn }) {
  const { say, day, lastDay, shop, leftToRight } = visit;
  const name = leftToRight(order.name);
  return (
    <li className="rounded-brand border border-line bg-surface p-4 sm:p-5">
      <h2 className="font-semibold">{say("items.lead", { order: name, date: day(order.orderedAt) })}</h2>
      <div className="mt-3 flex gap-2" aria-hidden="true">
        {order.items.slice(0, 4).map((item) => (
          <Picture key={item.title} url={item.imageUrl} faded={!order.returnable} />
        ))}
      </div>
      <p className="mt-3 text-sm text-soft">
        {order.items.map(({ title }) => visit.named(title)).join(", ")}
      </p>
      {order.returnable ? (
        <form
          action={takeOrder.bind(null, shop.handle)}
          className="mt-4 flex flex-wrap items-center justify-between gap-3"
        >
          <input type="hidden" name="order" value={order.id} />
          {order.until && <p className="text-sm">{say("items.until", { date: lastDay(order.until) })}</p>}
          <SendButton className="w-full sm:w-auto">
            {say("account.take")} <span className="sr-only">{name}</span>
          </SendButton>
        </form>
      ) : (
        <p className="mt-3 text-sm">{say("items.noneTitle")}</p>
      )}
    </li>
  );
}
