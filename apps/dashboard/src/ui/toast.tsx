"use client";
import { useEffect, useState } from "react";

const event = "kept:echo";

/** Says again, briefly, what the page already shows. Never the only record of anything. */
export function echo(text: string): void {
  window.dispatchEvent(new CustomEvent(event, { detail: text }));
}

export function Echoes() {
  const [text, setText] = useState<string | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const hear = (heard: Event) => {
      setText((heard as CustomEvent<string>).detail);
      clearTimeout(timer);
      timer = setTimeout(() => setText(null), 4000);
    };
    window.addEventListener(event, hear);
    return () => {
      window.removeEventListener(event, hear);
      clearTimeout(timer);
    };
  }, []);
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 bottom-20 z-50 flex justify-center md:bottom-6"
    >
      {text && <p className="rounded-lg bg-ink px-3.5 py-2 text-sm text-canvas">{text}</p>}
    </div>
  );
}
