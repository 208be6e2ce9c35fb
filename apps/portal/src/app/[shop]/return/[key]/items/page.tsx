import type { DraftItem } from "@kept/domain";
import type { Metadata } from "next";
import { refusedForm } from "../../../../../server/exchange.ts";
import { visitTo } from "../../../../../server/visit.ts";
import { SendButton } from "../../../../../ui/button.tsx";
import { LateNote, Notice, Problems } from "../../../../../ui/notice.tsx";
import { Heading, Steps } from "../../../../../ui/steps.tsx";
import { draftAt } from "../draft.ts";
import { OtherPage } from "../other-page.tsx";
import { chooseTheItems } from "./actions.ts";
import { answersFor } from "./answers.ts";
import { ItemChoice } from "./item-choice.tsx";
import { KeptItem } from "./kept-item.tsx";
import { itemProblems } from "./words.ts";

export async function generateMetadata({
  params,
}: PageProps<"/[shop]/return/[key]/items">): Promise<Metadata> {
  const visit = await visitTo((await params).shop);
  return { title: visit?.say("items.title") };
}

export default async function ItemsPage({ params, searchParams }: PageProps<"/[shop]/return/[key]/items">) {
  const { shop, key } = await params;
  const state = await draftAt(shop, key);
  if (state.kind !== "open") return <OtherPage state={state} here={`/${shop}/return/${key}/items`} />;

  const { visit, draft } = state;
  const { say, day } = visit;
  const refused = refusedForm("items");
  const problems = itemProblems(visit, refused, draft);
  const changed = !refused && "changed" in (await searchParams);
  const open = draft.items.filter((item) => item.returnable);
  const closed = draft.items.filter((item) => !item.returnable);
  return (
    <>
      <Steps visit={visit} draftKey={key} now="items" />
      <Heading
        title={open.length > 0 ? say("items.title") : say("items.noneTitle")}
        lead={say("items.lead", { order: visit.leftToRight(draft.orderName), date: day(draft.orderedAt) })}
      />
      {problems.whole && <Notice tone="risk">{problems.whole}</Notice>}
      {changed && <Notice tone="wait">{say("review.itemsChanged")}</Notice>}
      {draft.late && <LateNote visit={visit} />}
      <Problems title={say("form.problems", { count: problems.list.length })} list={problems.list} />
      {open.length > 0 ? (
        <form action={chooseTheItems.bind(null, shop, key)} noValidate data-items="">
          {/* What Enter presses: the first button would take a photo away. */}
          <div hidden>
            <button type="submit" />
          </div>
          <ul className="rows rounded-brand border border-line bg-surface">
            {open.map((item) => (
              <ItemChoice
                key={item.fulfillmentLineItemId}
                visit={visit}
                item={item}
                parcel={parcelOf(item, open)}
                reasons={draft.reasons}
                draftKey={key}
                photos={draft.photos.filter(
                  (photo) => photo.fulfillmentLineItemId === item.fulfillmentLineItemId,
                )}
                answers={answersFor(item, draft, refused, open.length === 1)}
                problems={problems.of}
              />
            ))}
          </ul>
          <p
            data-so-far={`/${shop}/return/${key}/price`}
            data-title={say("items.soFar")}
            aria-live="polite"
            className="mt-5 empty:hidden"
          />
          <SendButton className="mt-6 w-full sm:w-auto sm:min-w-56">{say("form.continue")}</SendButton>
        </form>
      ) : (
        <p className="mb-6 text-soft">{say("items.noneBody")}</p>
      )}
      {closed.length > 0 && (
        <section className="mt-10">
          <h2 className="mb-3 font-semibold">{say("items.cannot")}</h2>
          <ul className="rows rounded-brand border border-line">
            {closed.map((item) => (
              <KeptItem key={item.lineItemId} visit={visit} item={item} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** Which of its parcels a line's pieces came in, from 1; null where they came in one. */
function parcelOf(item: DraftItem, all: readonly DraftItem[]): number | null {
  const sameLine = all.filter(({ lineItemId }) => lineItemId === item.lineItemId);
  return sameLine.length > 1 ? sameLine.indexOf(item) + 1 : null;
}
