"use client";
import { useSelection } from "./selection.tsx";

const box = "relative z-10 block size-4 cursor-pointer accent-accent touch:size-5";

export function SelectBox({ number }: { number: number }) {
  const { selectable, selected, select } = useSelection();
  const row = selectable.find((each) => each.number === number);
  if (!row) return null;
  return (
    <input
      type="checkbox"
      aria-label={`Select R-${number}`}
      checked={selected.has(number)}
      onChange={(event) => select([row], event.target.checked)}
      className={box}
    />
  );
}

export function SelectAllBox() {
  const { selectable, selected, select } = useSelection();
  const here = selectable.filter(({ number }) => selected.has(number)).length;
  return (
    <input
      type="checkbox"
      aria-label="Select all on this page"
      checked={here > 0 && here === selectable.length}
      ref={(element) => {
        if (element) element.indeterminate = here > 0 && here < selectable.length;
      }}
      onChange={(event) => select(selectable, event.target.checked)}
      className={box}
    />
  );
}
