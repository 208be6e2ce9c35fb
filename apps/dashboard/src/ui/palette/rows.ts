/** Moves the focus to the row below or above the one it is in: to its link, so that Enter opens it. */
export function stepRows(by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>("main .rows tbody tr")].filter((row) =>
    linkIn(row),
  );
  const here = rows.findIndex((row) => row.contains(document.activeElement));
  const next = here < 0 ? rows[0] : rows[here + by];
  const link = next && linkIn(next);
  link?.focus();
  link?.scrollIntoView({ block: "nearest" });
}

/** Ticks or unticks the box of the row the focus is in. */
export function tickRow(): void {
  document.activeElement?.closest("tr")?.querySelector<HTMLInputElement>("input[type=checkbox]")?.click();
}

/** Goes where the page says that the next is. */
export function goOn(): void {
  document.querySelector<HTMLAnchorElement>("main a[rel=next]")?.click();
}

function linkIn(row: HTMLElement): HTMLElement | null {
  return row.querySelector("a[href]");
}
