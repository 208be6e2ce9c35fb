import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { refusedForm } from "../../../../../server/exchange.ts";
import { visitTo } from "../../../../../server/visit.ts";
import { whyNoCredit } from "../../../../../server/words.ts";
import { LinkButton } from "../../../../../ui/button.tsx";
import { LateNote, Notice } from "../../../../../ui/notice.tsx";
import { Heading, Steps } from "../../../../../ui/steps.tsx";
import { offersAt } from "../offers.ts";
import { OtherPage } from "../other-page.tsx";
import { chooseRefund } from "./actions.ts";
import { CreditCard, OriginalCard } from "./cards.tsx";

export async function generateMetadata({
  params,
}: PageProps<"/[shop]/return/[key]/refund">): Promise<Metadata> {
  const visit = await visitTo((await params).shop);
  return { title: visit?.say("refund.title") };
}

export default async function RefundPage({ params }: PageProps<"/[shop]/return/[key]/refund">) {
  const { shop, key } = await params;
  const state = await offersAt(shop, key);
  if (state.kind === "nothing-chosen") redirect(`/${shop}/return/${key}/items`);
  if (state.kind !== "quoted") return <OtherPage state={state} here={`/${shop}/return/${key}/refund`} />;

  const { visit, credit, original, draft } = state;
  const { say } = visit;
  const refusal = refusedForm("refund");
  const missing = state.whyNoCredit && whyNoCredit(say, state.whyNoCredit);
  const choose = chooseRefund.bind(null, shop, key);
  return (
    <>
      <Steps visit={visit} draftKey={key} now="refund" />
      <Heading
        title={credit || original ? say("refund.title") : say("refund.noneTitle")}
        lead={say("status.order", { order: visit.leftToRight(draft.orderName) })}
      />
      {refusal && <Notice tone="risk">{say("pages.slowBody")}</Notice>}
      {draft.late && <LateNote visit={visit} />}
      <div className={`grid grid-cols-1 gap-4 ${credit && original ? "sm:grid-cols-2" : ""}`}>
        {credit && (
          <form action={choose}>
            <CreditCard visit={visit} offer={credit} />
          </form>
        )}
        {original && (
          <form action={choose}>
            <OriginalCard visit={visit} offer={original} alone={!credit} />
          </form>
        )}
      </div>
      {!credit && missing && <p className="mt-4 text-sm text-soft">{missing}</p>}
      {!credit && !original && (
        <>
          <p className="mt-4 mb-6 text-soft">{say("refund.noneBody")}</p>
          <LinkButton href={`/${shop}/return/${key}/items`} look="quiet">
            {say("review.changeItems")}
          </LinkButton>
        </>
      )}
    </>
  );
}
