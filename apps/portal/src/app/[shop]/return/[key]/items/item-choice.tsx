import type { Draft, DraftItem, PhotoView } from "@kept/domain";
import type { Visit } from "../../../../../server/visit.ts";
import { Field } from "../../../../../ui/field.tsx";
import { Picture } from "../../../../../ui/picture.tsx";
import type { Answers } from "./answers.ts";
import { PhotosField } from "./photos-field.tsx";

/** One item that may come back: chosen or not, and when it is, how many, why, and a note. */
export function ItemChoice({
  visit,
  item,
  parcel,
  reasons,
  answers,
  draftKey,
  photos,
  problems,
}: {
  visit: Visit;
  item: DraftItem;
  /** Which parcel its pieces came in, where the line came in several. */
  parcel: number | null;
  reasons: Draft["reasons"];
  answers: Answers;
  draftKey: string;
  photos: readonly PhotoView[];
  problems(field: string): string | undefined;
}) {
  const { say } = visit;
  const id = item.fulfillmentLineItemId;
  return (
    <li data-item="" className="p-4 sm:p-5">
      <label className="flex cursor-pointer gap-4">
        <Picture url={item.imageUrl} />
        <ItemWords visit={visit} item={item} parcel={parcel} />
        <input
          type="checkbox"
          // Of a single piece nobody is asked how many: what is wrong with that leads here.
          id={item.quantity > 1 ? undefined : `quantity.${id}`}
          name={`chosen.${id}`}
          data-chosen=""
          defaultChecked={answers.chosen}
          className="mt-1 size-6 shrink-0 accent-brand"
        />
        <span className="sr-only">{say("items.choose")}</span>
      </label>
      <fieldset
        aria-label={visit.named(item.title)}
        data-questions=""
        className="mt-4 grid min-w-0 gap-4 sm:grid-cols-2 sm:ps-22"
      >
        {item.quantity > 1 && (
          <Field id={`quantity.${id}`} label={say("items.quantity")} problem={problems(`quantity.${id}`)}>
            {(control) => (
              <select
                {...control}
                name={`quantity.${id}`}
                defaultValue={String(answers.quantity)}
                data-stepper=""
                data-fewer={say("items.fewer")}
                data-more={say("items.more")}
              >
                {Array.from({ length: item.quantity }, (_, index) => (
                  <option key={index + 1} value={index + 1}>
                    {say("items.quantityOf", { n: index + 1, max: item.quantity })}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        <Field id={`reason.${id}`} label={say("items.reason")} problem={problems(`reason.${id}`)}>
          {(control) => (
            <select {...control} name={`reason.${id}`} defaultValue={answers.reason}>
              <option value="">{say("items.reasonNone")}</option>
              {reasons.map((reason) => (
                <ReasonOption key={reason.code} reason={reason} />
              ))}
            </select>
          )}
        </Field>
        {reasons.some(({ photo }) => photo !== "never") && (
          <PhotosField
            visit={visit}
            draftKey={draftKey}
            item={item}
            photos={photos}
            problem={problems(`photo.${id}`)}
          />
        )}
        <div className="sm:col-span-2">
          <Field
            id={`note.${id}`}
            label={say("items.note")}
            aside={say("form.optional")}
            problem={problems(`note.${id}`)}
          >
            {(control) => (
              <textarea
                {...control}
                name={`note.${id}`}
                rows={2}
                maxLength={280}
                defaultValue={answers.note}
              />
            )}
          </Field>
        </div>
      </fieldset>
    </li>
  );
}

/** A reason, and the more exact ones beside it. Which of them take photos is for the style sheet to know. */
function ReasonOption({ reason }: { reason: Draft["reasons"][number] }) {
  const photo = reason.photo === "never" ? undefined : "";
  const whole = (
    <option value={reason.code} data-photo={photo}>
      {reason.label}
    </option>
  );
  if (reason.subReasons.length === 0) return whole;
  return (
    <optgroup label={reason.label}>
      {whole}
      {reason.subReasons.map((sub) => (
        <option key={sub.code} value={sub.code} data-photo={photo}>
          {sub.label}
        </option>
      ))}
    </optgroup>
  );
}

function ItemWords({ visit, item, parcel }: { visit: Visit; item: DraftItem; parcel: number | null }) {
  const { say, amount, lastDay } = visit;
  const paid = { amount: amount(item.paid), count: item.left };
  // The line may have come in several parcels, and part of it be on its way.
  const some = item.quantity < item.left && say("items.some", { n: item.quantity, max: item.left });
  return (
    <span className="min-w-0 flex-1">
      <span className="block font-semibold leading-snug">
        <bdi>{item.title}</bdi>
      </span>
      {item.variantTitle && (
        <span className="block text-sm text-soft">
          <bdi>{item.variantTitle}</bdi>
        </span>
      )}
      <span className="mt-1 block text-sm figures">
        {item.left > 1 ? say("items.paidFor", paid) : say("items.paid", paid)}
      </span>
      {some && (
        <span className="block text-sm">
          {parcel === null ? some : `${say("items.parcel", { n: parcel })} · ${some}`}
        </span>
      )}
      {item.returnableUntil && (
        <span className="block text-sm text-soft">
          {say("items.until", { date: lastDay(item.returnableUntil) })}
        </span>
      )}
    </span>
  );
}
