"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "../../../../../ui/button.tsx";
import { Dialog } from "../../../../../ui/dialog.tsx";
import type { BatchNow } from "./batch-now.ts";
import { BulkConfirm } from "./bulk-confirm.tsx";
import { amountOfAll, selectableOf } from "./ticked.ts";

/**
 * The returns of a batch that somebody changed before their turn came, each with what was seen and what it promises
 * by now. What is ticked is asked for again, for the new amounts, as a batch of whoever presses.
 */
export function DecideAgain({ shop, batch }: { shop: string; batch: BatchNow }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const changed = batch.failures.flatMap(({ number, name, changed: its }) =>
    its ? [{ number, name, ...its }] : [],
  );
  if (changed.length === 0) return null;
  const chosen = changed.filter(({ number }) => !left.has(number)).map(({ ticked }) => selectableOf(ticked));
  const tick = (number: number, ticked: boolean) =>
    setLeft(
      (before) => new Set(ticked ? [...before].filter((each) => each !== number) : [...before, number]),
    );
  const close = () => setOpen(false);
  return (
    <>
      <Button size="small" className="mt-3" onClick={() => setOpen(true)}>
        Look again at {changed.length === 1 ? "the changed one" : `the ${changed.length} changed ones`}…
      </Button>
      <Dialog title="Changed meanwhile" open={open} onClose={close}>
        <ul className="mb-4 grid max-h-72 gap-2 overflow-y-auto">
          {changed.map(({ number, name, seen, now }) => (
            <li key={number}>
              <label className="flex cursor-pointer items-start gap-3 rounded-lg border border-line px-3 py-2">
                <input
                  type="checkbox"
                  checked={!left.has(number)}
                  onChange={(event) => tick(number, event.target.checked)}
                  className="mt-1 size-4 shrink-0 accent-accent touch:size-5"
                />
                <span className="figures min-w-0">
                  <span className="font-medium">
                    R-{number} {name}
                  </span>
                  <span className="block text-sm text-ink-2">was {seen}</span>
                  <span className="block text-sm">now {now}</span>
                </span>
              </label>
            </li>
          ))}
        </ul>
        {chosen.length === 0 ? (
          <p className="text-ink-2">Tick what is to be decided again.</p>
        ) : (
          <BulkConfirm
            shop={shop}
            act={batch.act}
            chosen={chosen}
            amount={amountOfAll(chosen)}
            close={close}
            started={(id) => {
              close();
              router.push(`/${shop}/returns/bulk/${id}`);
            }}
          />
        )}
      </Dialog>
    </>
  );
}
