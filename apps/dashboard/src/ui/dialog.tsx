"use client";
import { type ReactNode, useEffect, useRef } from "react";
import { Button } from "./button.tsx";

interface Props {
  title: string;
  open: boolean;
  onClose(): void;
  children: ReactNode;
}

/**
 * A native modal dialog: the browser keeps the focus inside, Escape closes it, and what opened it gets the focus back. As long as
 * `open` stands it shows itself again: what must not be hidden is not.
 */
export function Dialog({ title, open, onClose, children }: Props) {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = ref.current;
    if (open && !dialog?.open) dialog?.showModal();
    if (!open && dialog?.open) dialog.close();
  });
  return (
    <dialog
      ref={ref}
      // Escape asks first, and of a closing the browser tells late: a press that opens it again at once is not lost.
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return; // a file not chosen in it
        event.preventDefault();
        onClose();
      }}
      onClose={() => {
        if (!ref.current?.open) onClose();
      }}
      aria-labelledby="dialog-title"
      className="w-[min(30rem,calc(100vw-2rem))] rounded-xl border border-line-strong bg-raised p-0 backdrop:bg-black/40"
    >
      {open && (
        <div className="p-5">
          <div className="mb-4 flex items-start justify-between gap-4">
            <h2 id="dialog-title" className="text-lg">
              {title}
            </h2>
            <Button look="quiet" size="small" aria-label="Close" onClick={onClose}>
              <span aria-hidden="true">✕</span>
            </Button>
          </div>
          {children}
        </div>
      )}
    </dialog>
  );
}
