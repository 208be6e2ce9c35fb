import type { PhotoView } from "@kept/domain";

/** What the customer showed of an item, small; each opens as it is. Nothing when they showed nothing. */
export function Photos({ of, at, photos }: { of: string; at: string; photos: readonly PhotoView[] }) {
  if (photos.length === 0) return null;
  return (
    <ul className="mt-2.5 flex flex-wrap gap-2" aria-label={`The customer’s photos of ${of}`}>
      {photos.map(({ id, width, height }, index) => (
        <li key={id}>
          <a href={`${at}/${id}`} target="_blank" rel="noreferrer" className="block rounded-md">
            <img
              src={`${at}/${id}`}
              width={width}
              height={height}
              alt={`${of}, as the customer showed it, ${index + 1} of ${photos.length} (opens in a new tab)`}
              loading="lazy"
              decoding="async"
              className="size-16 rounded-md border border-line bg-sunken object-cover hover:border-line-strong"
            />
          </a>
        </li>
      ))}
    </ul>
  );
}
