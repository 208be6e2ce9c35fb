"use client";
import { useState } from "react";
import { classes } from "../classes.ts";

const themes = ["system", "light", "dark"] as const;
type Theme = (typeof themes)[number];
const names: Record<Theme, string> = { system: "System", light: "Light", dark: "Dark" };
const yearSeconds = 31_536_000;

/** Follows the system until a person chooses; the choice is a cookie, so the first paint is right already. */
export function ThemeChoice({ chosen }: { chosen: Theme }) {
  const [theme, setTheme] = useState(chosen);
  function choose(next: Theme) {
    setTheme(next);
    if (next === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = next;
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet.
    document.cookie = `theme=${next}; path=/; max-age=${yearSeconds}; samesite=lax`;
  }
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm text-ink-2">Appearance</legend>
      <div className="grid grid-cols-3 gap-0.5 rounded-lg bg-sunken p-0.5">
        {themes.map((one) => (
          <label
            key={one}
            className={classes(
              "grid h-7 cursor-pointer place-items-center rounded-md text-sm has-focus-visible:outline-2 touch:h-9",
              one === theme ? "border border-line-strong bg-raised text-ink" : "text-ink-2 hover:text-ink",
            )}
          >
            <input
              type="radio"
              name="theme"
              className="sr-only"
              checked={one === theme}
              onChange={() => choose(one)}
            />
            {names[one]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
