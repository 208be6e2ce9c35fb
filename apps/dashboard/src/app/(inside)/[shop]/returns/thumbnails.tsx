import { Picture } from "../../../../ui/picture.tsx";
import type { ShownReturn } from "./shown-return.ts";

/** The first items as pictures, and the first one's name. */
export function Thumbnails({ of: { pictures, more, items } }: { of: ShownReturn }) {
  if (pictures.length === 0) return null;
  return (
    <span className="flex min-w-0 items-center gap-2.5">
      <span className="flex shrink-0 -space-x-2">
        {pictures.map((url, index) => (
          <Picture key={index} url={url} size="size-9" className="ring-2 ring-surface" />
        ))}
        {more > 0 && (
          <span className="figures grid size-9 place-items-center rounded-md border border-line bg-sunken text-xs text-ink-2 ring-2 ring-surface">
            {`+${more}`}
          </span>
        )}
      </span>
      <span className="truncate text-sm text-ink-2">{items}</span>
    </span>
  );
}
