import { type ReturnStatusView, readReturnByKey } from "@kept/domain";
import type { Metadata } from "next";
import { refusedForm } from "../../../../server/exchange.ts";
import { photoUrl } from "../../../../server/photo-link.ts";
import { type Visit, visitTo } from "../../../../server/visit.ts";
import { LinkButton } from "../../../../ui/button.tsx";
import { MissingPage } from "../../../../ui/message-page.tsx";
import { Notice } from "../../../../ui/notice.tsx";
import { RefundWords } from "../../../../ui/refund-words.tsx";
import { ReturnedItem } from "../../../../ui/returned-item.tsx";
import { SectionHead } from "../../../../ui/section-head.tsx";
import { Sum } from "../../../../ui/sum.tsx";
import { Cancel } from "./cancel.tsx";
import { CreditInstead } from "./credit-instead.tsx";
import { headline } from "./headline.ts";
import { Messages } from "./messages.tsx";
import { Parcel } from "./parcel.tsx";
import { Progress } from "./progress.tsx";
import { SpendCredit } from "./spend-credit.tsx";

export async function generateMetadata({ params }: PageProps<"/[shop]/r/[returnKey]">): Promise<Metadata> {
  const visit = await visitTo((await params).shop);
  return { title: visit?.say("shell.title") };
}

export default async function StatusPage({ params }: PageProps<"/[shop]/r/[returnKey]">) {
  const { shop, returnKey } = await params;
  const visit = await visitTo(shop);
  if (!visit) return null;
  const view = await readReturnByKey(visit.ctx, returnKey, visit.locale);
  if (!view) return <MissingPage visit={visit} />;

  const { say } = visit;
  const { title, body } = headline(visit, view);
  const waiting = view.creditState === "issuing" || view.creditState === "base_issued";
  return (
    <div data-refresh={waiting ? "4" : undefined}>
      <p className="text-sm text-soft">
        {say("status.number", { number: visit.leftToRight(view.number) })} ·{" "}
        {say("status.order", { order: visit.leftToRight(view.orderName) })}
      </p>
      <h1 className="mt-1 font-semibold text-3xl leading-tight tracking-tight max-[22.5rem]:text-2xl">
        {title}
      </h1>
      {body.map((sentence) => (
        <p key={sentence} className="mt-2 max-w-prose text-soft">
          {sentence}
        </p>
      ))}
      {refusedForm("cancel") && (
        <div className="mt-6">
          <Notice tone="wait">{say("status.cancelTooLate")}</Notice>
        </div>
      )}
      {visit.own.next && isUnderway(view) && <p className="mt-4 max-w-prose">{visit.own.next}</p>}
      {view.credit && <SpendCredit visit={visit} view={view} />}
      <CreditInstead visit={visit} view={view} returnKey={returnKey} />
      <Progress visit={visit} view={view} />
      <div className="mt-8 rows rounded-brand border border-line bg-surface">
        <Amount visit={visit} view={view} />
        <section className="p-5">
          <SectionHead title={say("status.items")} />
          <ul className="mt-3 grid grid-cols-1 gap-4">
            {view.lines.map((line) => (
              <ReturnedItem key={line.id} visit={visit} item={line} decision={decisionOn(line, view)} />
            ))}
          </ul>
          <Photos visit={visit} view={view} returnKey={returnKey} />
        </section>
        <Parcel visit={visit} view={view} returnKey={returnKey} />
        <Messages visit={visit} view={view} returnKey={returnKey} />
      </div>
      <p className="mt-6 text-sm text-soft">
        {say("status.keepLink")}{" "}
        <span data-copy-link={say("status.copyLink")} data-copied={say("status.copied")} />
      </p>
      {view.status === "cancelled" && (
        <LinkButton href={`/${shop}`} look="quiet" className="mt-6 w-full sm:w-auto">
          {say("status.again")}
        </LinkButton>
      )}
      {view.canCancel && <Cancel visit={visit} returnKey={returnKey} />}
    </div>
  );
}

/** What was decided about a line, where it was less than asked for; a return that was refused says so as a whole. */
function decisionOn(line: ReturnStatusView["lines"][number], { status }: ReturnStatusView) {
  const { accepted, quantity, declineReason } = line;
  if (accepted === null || accepted === quantity || status === "declined") return null;
  return { accepted, reason: declineReason };
}

/** While the goods are still the customer's business, the shop may say what to do with them. */
function isUnderway({ status }: ReturnStatusView): boolean {
  return status === "requested" || status === "approved" || status === "in_transit";
}

/** The photos that went with it, as small as they are needed to be recognised. */
async function Photos({
  visit,
  view,
  returnKey,
}: {
  visit: Visit;
  view: ReturnStatusView;
  returnKey: string;
}) {
  if (view.photos.length === 0) return null;
  const urls = await Promise.all(view.photos.map(({ id }) => photoUrl(visit, id, `return ${returnKey}`)));
  return (
    <ul className="mt-4 flex flex-wrap gap-2" aria-label={visit.say("items.photos")}>
      {urls.map((url, index) => (
        <li key={view.photos[index]?.id}>
          <img
            src={url}
            alt={visit.say("items.photoAlt", { n: index + 1, item: visit.leftToRight(view.number) })}
            width={72}
            height={72}
            className="size-18 rounded-brand border border-line object-cover"
          />
        </li>
      ))}
    </ul>
  );
}

function Amount({ visit, view }: { visit: Visit; view: ReturnStatusView }) {
  if (view.status === "declined" || view.status === "cancelled") return null;
  const done = view.status === "resolved";
  return (
    <section className="p-5">
      <SectionHead title={visit.say(done ? "status.promiseDone" : "status.promise")} />
      <RefundWords visit={visit} quote={view.quote} />
      {view.credit?.taken && (
        <p className="mt-1 figures">
          {visit.say("status.takenTitle", { amount: visit.amount(view.credit.taken) })}
        </p>
      )}
      <div className="mt-2">
        <Sum visit={visit} quote={view.quote} />
      </div>
    </section>
  );
}
