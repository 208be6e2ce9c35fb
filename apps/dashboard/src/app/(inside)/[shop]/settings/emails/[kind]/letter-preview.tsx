"use client";
import type { Trial } from "@kept/domain";
import { useEffect, useState } from "react";
import { classes } from "../../../../../../ui/classes.ts";
import type { LetterPreview as Preview } from "../actions.ts";
import { TestButton } from "./test-button.tsx";

interface Props {
  shop: string;
  trial: Trial;
  shown: Preview;
  stale: boolean;
  mayChange: boolean;
}

const ways = ["Desktop", "Phone", "Text"] as const;
type Way = (typeof ways)[number];

/** The e-mail as a customer would get it, about Ada, who does not exist. */
export function LetterPreview({ shop, trial, shown, stale, mayChange }: Props) {
  const [way, setWay] = useState<Way>("Desktop");
  return (
    <aside aria-label="Preview" className="min-w-0 lg:sticky lg:top-8">
      <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
        <p className="text-sm text-ink-2">
          What customers get <span className={stale ? "" : "invisible"}>· writing…</span>
        </p>
        <fieldset aria-label="Preview as" className="flex rounded-lg border border-line p-0.5">
          {ways.map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={way === each}
              onClick={() => setWay(each)}
              className={classes(
                "h-7 rounded-md px-2.5 text-sm touch:h-9",
                way === each ? "bg-sunken text-ink" : "text-ink-2 hover:text-ink",
              )}
            >
              {each}
            </button>
          ))}
        </fieldset>
      </div>
      <div className="overflow-hidden rounded-xl border border-line bg-canvas">
        <p className="border-b border-line bg-surface px-4 py-2.5 text-sm">
          <span className="text-ink-2">Subject </span>
          <span className="font-medium break-words">{shown.subject}</span>
        </p>
        {way === "Text" ? (
          <pre className="max-h-[40rem] overflow-auto p-4 text-sm whitespace-pre-wrap">{shown.text}</pre>
        ) : (
          <Sheet html={shown.html} narrow={way === "Phone"} />
        )}
      </div>
      {mayChange && <TestButton shop={shop} trial={trial} />}
    </aside>
  );
}

/** The letter in a frame of its own that runs nothing. Its style sheet carries this page's nonce, or it would not count. */
function Sheet({ html, narrow }: { html: string; narrow: boolean }) {
  const [nonce, setNonce] = useState<string | null>(null);
  useEffect(() => setNonce(document.querySelector<HTMLElement>("script[nonce]")?.nonce ?? ""), []);
  return (
    <iframe
      title="The e-mail"
      sandbox=""
      srcDoc={nonce === null ? "" : html.replaceAll("<style>", `<style nonce="${nonce}">`)}
      className={classes("mx-auto block h-[40rem] border-0", narrow ? "w-[22rem] max-w-full" : "w-full")}
    />
  );
}
