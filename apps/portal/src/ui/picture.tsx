import { Package } from "lucide-react";

/** A product's picture, or a parcel in a place of the same size where there is none. The name stands beside it. */
export function Picture({ url, faded = false }: { url: string | null; faded?: boolean }) {
  const look =
    "size-18 shrink-0 max-[22.5rem]:size-14 rounded-brand border border-line bg-ground object-cover";
  if (!url)
    return (
      <span aria-hidden="true" className={`${look} grid place-items-center text-soft`}>
        <Package strokeWidth={1} className="size-7 opacity-60" />
      </span>
    );
  return (
    <img
      src={url}
      alt=""
      width={72}
      height={72}
      decoding="async"
      className={`${look} ${faded ? "opacity-50 [filter:grayscale(1)]" : ""}`}
    />
  );
}
