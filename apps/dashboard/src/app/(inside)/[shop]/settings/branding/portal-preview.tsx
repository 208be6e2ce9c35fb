"use client";
import type { BrandTheme, Tones } from "@kept/domain";
import { type CSSProperties, useState } from "react";
import { classes } from "../../../../../ui/classes.ts";
import type { TypedBrand } from "./brand-form.ts";

interface Props {
  name: string;
  portal: string;
  logoUrl: string;
  theme: BrandTheme;
  words: NonNullable<TypedBrand["words"][string]>;
  language: string;
}

/** The portal's own surfaces, as its style sheet has them. */
const grounds = {
  day: { ground: "#faf9f7", surface: "#ffffff", ink: "#23211e", soft: "#66615a", line: "#e7e4de" },
  night: { ground: "#161514", surface: "#1f1e1c", ink: "#efedea", soft: "#aba69d", line: "#34322e" },
} as const;

/** The portal's first page in small, wearing what is typed, by day or by night. */
export function PortalPreview({ name, portal, logoUrl, theme, words, language }: Props) {
  const [when, setWhen] = useState<"day" | "night">("day");
  return (
    <aside aria-label="Preview" className="min-w-0 lg:sticky lg:top-8">
      <div className="mb-2 flex items-center justify-between gap-2">
        <p className="text-sm text-ink-2">
          <a href={portal} target="_blank" rel="noreferrer" className="underline underline-offset-4">
            Open the portal
          </a>
        </p>
        <fieldset aria-label="Preview by" className="flex rounded-lg border border-line p-0.5">
          {(["day", "night"] as const).map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={when === each}
              onClick={() => setWhen(each)}
              className={classes(
                "h-7 rounded-md px-2.5 text-sm touch:h-9",
                when === each ? "bg-sunken text-ink" : "text-ink-2 hover:text-ink",
              )}
            >
              {each === "day" ? "Day" : "Night"}
            </button>
          ))}
        </fieldset>
      </div>
      <Page
        name={name}
        logoUrl={logoUrl}
        words={words}
        language={language}
        theme={theme}
        tones={when === "day" ? theme.light : theme.dark}
        paper={grounds[when]}
      />
    </aside>
  );
}

interface PageProps {
  name: string;
  logoUrl: string;
  words: Props["words"];
  language: string;
  theme: BrandTheme;
  tones: Tones;
  paper: (typeof grounds)[keyof typeof grounds];
}

function Page({ name, logoUrl, words, language, theme, tones, paper }: PageProps) {
  const { ground, surface, ink, soft, line } = paper;
  const round: CSSProperties = { borderRadius: theme.radius };
  return (
    <div
      lang={language}
      className="overflow-hidden rounded-xl border border-line"
      style={{ backgroundColor: ground, color: ink, fontFamily: theme.family || undefined }}
    >
      <div
        className="flex h-14 items-center px-4"
        style={{ backgroundColor: surface, borderBottom: `1px solid ${line}` }}
      >
        {/^https:\/\//.test(logoUrl) ? (
          <img src={logoUrl} alt={name} className="h-8 w-auto max-w-40 object-contain" />
        ) : (
          <span className="font-semibold">{name}</span>
        )}
      </div>
      {words.banner && (
        <p dir="auto" className="px-4 py-2.5 text-center text-sm" style={{ backgroundColor: tones.tint }}>
          {words.banner}
        </p>
      )}
      <div className="grid gap-4 p-4">
        <div>
          <p dir="auto" className="text-xl font-semibold">
            {words.welcome || "Start a return"}
          </p>
          <p dir="auto" className="mt-1 text-sm" style={{ color: soft }}>
            {words.lead || "Enter your order number and the e-mail address you ordered with."}
          </p>
        </div>
        <p
          className="border-2 p-3 text-sm"
          style={{ ...round, borderColor: tones.fill, backgroundColor: surface }}
        >
          <span className="block font-semibold">Store credit</span>
          <span style={{ color: tones.text }}>$60.00 refund + $6.00 bonus</span>
        </p>
        <p
          className="flex h-11 items-center justify-center font-semibold"
          style={{ ...round, backgroundColor: tones.fill, color: tones.onFill }}
        >
          Continue
        </p>
        {words.next && (
          <p dir="auto" className="text-sm">
            {words.next}
          </p>
        )}
      </div>
    </div>
  );
}
