"use client";
import { useSelection } from "./selection.tsx";

const box = "relative z-10 block size-4 cursor-pointer accent-accent touch:size-5";

export function SelectBox({ number }: { number: number }) {
  const { selectable, selected, select } = useSelection();
  if (!selectable.some((each) => each.number === number)) return null;
  return (
    <input
      type="checkbox"
      aria-label={`Select R-${number}`}
      checked={selected.has(number)}
      onChange={(event) => select([number], event.target.checked)}
      className={box}
    />
  );
}

export function SelectAllBox() {
  const { selectable, selected, select } = useSelection();
  const all = selectable.map(({ number }) => number);
  return (
    <input
      type="checkbox"
      aria-label="Select all on this page"
      checked={all.length > 0 && selected.size === all.length}
      ref={(element) => {
        if (element) element.indeterminate = selected.size > 0 && selected.size < all.length;
      }}
      onChange={(event) => select(all, event.target.checked)}
      className={box}
    />
  );
}
