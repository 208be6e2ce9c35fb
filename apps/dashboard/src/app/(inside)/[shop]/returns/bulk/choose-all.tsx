"use client";
import { useState, useTransition } from "react";
import { Button } from "../../../../../ui/button.tsx";
import { Spinner } from "../../../../../ui/spinner.tsx";
import { chooseAll } from "./actions.ts";
import { useSelection } from "./selection.tsx";
import { selectableOf } from "./ticked.ts";

/** Ticks everything the list shows, on all its pages. */
export function ChooseAll({ shop, query }: { shop: string; query: string }) {
  const { select } = useSelection();
  const [pending, start] = useTransition();
  const [says, setSays] = useState<string | null>(null);
  const press = () =>
    start(async () => {
      const found = await chooseAll(shop, query).catch(() => null);
      if (found) select(found.rows.map(selectableOf), true);
      setSays(
        found === null ? "Kept did not answer. Try again." : found.more ? most(found.rows.length) : null,
      );
    });
  return (
    <>
      {says && (
        <p role="status" className="text-sm text-person-ink">
          {says}
        </p>
      )}
      <Button
        size="small"
        look="quiet"
        aria-disabled={pending || undefined}
        onClick={() => !pending && press()}
      >
        {pending && <Spinner />}
        Select the whole list
      </Button>
    </>
  );
}

function most(count: number): string {
  return `The first ${count.toLocaleString("en-US")} are selected; more than that are done afterwards.`;
}
