import { Picture } from "../../../../ui/picture.tsx";

interface Item {
  readonly title: string;
  readonly imageUrl: string | null;
  readonly quantity: number;
}

const shown = 3;

/** The first items as pictures, and the first one's name. */
export function Thumbnails({ items }: { items: readonly Item[] }) {
  const [first] = items;
  if (!first) return null;
  const more = items.length - shown;
  const units = first.quantity > 1 ? `${first.quantity} × ` : "";
  const others = items.length > 1 ? ` and ${items.length - 1} more` : "";
  return (
    <span className="flex min-w-0 items-center gap-2.5">
      <span className="flex shrink-0 -space-x-2">
        {items.slice(0, shown).map((item, index) => (
          <Picture key={index} url={item.imageUrl} size="size-9" className="ring-2 ring-surface" />
        ))}
        {more > 0 && (
          <span className="figures grid size-9 place-items-center rounded-md border border-line bg-sunken text-xs text-ink-2 ring-2 ring-surface">
            +{more}
          </span>
        )}
      </span>
      <span className="truncate text-sm text-ink-2">
        {units}
        {first.title}
        {others}
      </span>
    </span>
  );
}
