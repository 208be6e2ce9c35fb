/** A button on the page, as the palette offers it. */
export interface ScreenAct {
  readonly text: string;
  /** Presses it; what sends a form is only brought into reach, so that money is pressed where its amount stands. */
  reach(): void;
}

/** Everything that can be pressed on the page just now, in its order, each once. */
export function screenActs(): ScreenAct[] {
  const acts = new Map<string, ScreenAct>();
  for (const button of document.querySelectorAll<HTMLElement>("main button, main summary, main header a")) {
    const text = (button.getAttribute("aria-label") ?? button.textContent ?? "")
      .replaceAll(/\s+/g, " ")
      .trim();
    const rests = button.matches(":disabled, [aria-disabled=true]") || button.offsetParent === null;
    if (rests || text.length < 3 || text.length > 60 || acts.has(text)) continue;
    acts.set(text, { text, reach: () => reach(button) });
  }
  return [...acts.values()];
}

function reach(element: HTMLElement): void {
  element.scrollIntoView({ block: "center" });
  element.focus();
  if (!(element instanceof HTMLButtonElement && element.type === "submit")) element.click();
}
