import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { refusedForm } from "../../../../../server/exchange.ts";
import { visitTo } from "../../../../../server/visit.ts";
import { LateNote } from "../../../../../ui/notice.tsx";
import { Heading, Steps } from "../../../../../ui/steps.tsx";
import { offersAt } from "../offers.ts";
import { OtherPage } from "../other-page.tsx";
import { ChosenItems } from "./chosen-items.tsx";
import { ChosenRefund } from "./chosen-refund.tsx";
import { SendForm } from "./send-form.tsx";
import { SwitchOffer } from "./switch-offer.tsx";
import { WhatsNext } from "./whats-next.tsx";
import { ReviewRefusal } from "./words.tsx";

export async function generateMetadata({
  params,
}: PageProps<"/[shop]/return/[key]/review">): Promise<Metadata> {
  const visit = await visitTo((await params).shop);
  return { title: visit?.say("review.title") };
}

export default async function ReviewPage({ params }: PageProps<"/[shop]/return/[key]/review">) {
  const { shop, key } = await params;
  const here = `/${shop}/return/${key}`;
  const state = await offersAt(shop, key);
  if (state.kind === "nothing-chosen") redirect(`${here}/items`);
  if (state.kind !== "quoted") return <OtherPage state={state} here={`${here}/review`} />;

  const { visit, draft, credit, original } = state;
  const chosen = draft.resolution === "store_credit" ? credit : draft.resolution && original;
  if (!chosen) redirect(`${here}/refund`);
  // What was refused about the other card says nothing about this one.
  const carried = refusedForm("review");
  const { resolution: about = chosen.resolution } = carried?.typed ?? {};
  const refused = about === chosen.resolution ? carried : null;
  return (
    <>
      <Steps visit={visit} draftKey={key} now="review" />
      <Heading title={visit.say("review.title")} lead={visit.say("review.lead")} />
      <ReviewRefusal visit={visit} refused={refused} offer={chosen} />
      {draft.late && <LateNote visit={visit} />}
      <div className="rows rounded-brand border border-line bg-surface">
        <ChosenItems visit={visit} draft={draft} changeAt={`${here}/items`} />
        <ChosenRefund visit={visit} offer={chosen} changeAt={`${here}/refund`} />
      </div>
      {chosen === original && credit && (
        <SwitchOffer visit={visit} credit={credit} original={chosen} shop={shop} draftKey={key} />
      )}
      <WhatsNext visit={visit} resolution={chosen.resolution} goods={draft.goods} />
      <SendForm visit={visit} offer={chosen} draftKey={key} refused={refused} />
    </>
  );
}
