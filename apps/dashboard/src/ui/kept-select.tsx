"use client";
import { type ComponentProps, useLayoutEffect, useRef } from "react";

/**
 * A select that keeps what was chosen. A form goes back to its defaults once its act was done, also when the act was
 * refused; so the default is what was chosen.
 */
export function KeptSelect(props: Omit<ComponentProps<"select">, "ref">) {
  const select = useRef<HTMLSelectElement>(null);
  const chosen = props.value ?? props.defaultValue;
  useLayoutEffect(() => {
    if (chosen === undefined) return;
    for (const option of select.current?.options ?? []) {
      const isChosen = option.value === String(chosen);
      if (option.defaultSelected !== isChosen) option.defaultSelected = isChosen;
    }
  });
  return <select ref={select} {...props} />;
}
