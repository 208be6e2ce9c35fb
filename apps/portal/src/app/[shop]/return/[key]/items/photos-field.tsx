import type { DraftItem, PhotoView } from "@kept/domain";
import { photoUrl } from "../../../../../server/photo-link.ts";
import type { Visit } from "../../../../../server/visit.ts";

/** Photos of one item: those already taken, each with a way to take it away, and a place for more. */
export async function PhotosField({
  visit,
  draftKey,
  item,
  photos,
  problem,
}: {
  visit: Visit;
  draftKey: string;
  item: DraftItem;
  photos: readonly PhotoView[];
  problem: string | undefined;
}) {
  const { say } = visit;
  const id = `photo.${item.fulfillmentLineItemId}`;
  const urls = await Promise.all(photos.map((photo) => photoUrl(visit, photo.id, `draft ${draftKey}`)));
  const described = `${id}-hint${problem ? ` ${id}-problem` : ""}`;
  return (
    <div data-photos="" className="sm:col-span-2">
      <label htmlFor={id} className="mb-1.5 block font-semibold text-sm">
        {say("items.photos")}
      </label>
      {photos.length > 0 && (
        <ul className="mb-3 flex flex-wrap gap-3">
          {photos.map((photo, index) => (
            <li key={photo.id} className="grid justify-items-start gap-1">
              <img
                src={urls[index]}
                alt={say("items.photoAlt", { n: index + 1, item: visit.named(item.title) })}
                width={96}
                height={96}
                className="size-24 rounded-brand border border-line object-cover"
              />
              <button
                type="submit"
                name="remove"
                value={photo.id}
                aria-label={`${say("items.photoRemove")} (${index + 1})`}
                className="min-h-11 text-sm underline underline-offset-4"
              >
                {say("items.photoRemove")}
              </button>
            </li>
          ))}
        </ul>
      )}
      <input
        id={id}
        name={id}
        type="file"
        multiple
        accept="image/jpeg,image/png,image/webp,image/heic,image/heif"
        aria-describedby={described}
        aria-invalid={problem ? true : undefined}
        data-too-large={say("items.photosTooLarge")}
        data-upload={say("items.uploading", { percent: "%%" })}
        className="block w-full rounded-brand border border-edge border-dashed bg-surface p-3 text-sm file:me-3 file:min-h-9 file:rounded-brand file:border file:border-edge file:bg-ground file:px-3 file:font-semibold aria-[invalid=true]:border-risk"
      />
      {problem && (
        <p id={`${id}-problem`} className="mt-1.5 text-risk text-sm">
          {problem}
        </p>
      )}
      <p id={`${id}-hint`} className="mt-1.5 text-sm text-soft">
        {say("items.photosHint")}
      </p>
      <button
        type="submit"
        name="upload"
        value="1"
        data-without-script=""
        className="mt-2 min-h-11 rounded-brand border border-edge px-4 text-sm"
      >
        {say("items.photoAdd")}
      </button>
    </div>
  );
}
