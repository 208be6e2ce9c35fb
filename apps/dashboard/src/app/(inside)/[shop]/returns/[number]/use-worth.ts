"use client";
import { useEffect, useRef, useState } from "react";
import { quoteFor } from "./actions.ts";
import type { Worth } from "./worth.tsx";

const pauseMs = 150;

/** What the decisions on the page are worth, quoted anew after each change. While that is open, nothing can be approved. */
export function useWorth(shop: string, number: number, first: Worth) {
  const [worth, setWorth] = useState<Worth | null>(first);
  const [open, setOpen] = useState(false);
  const asked = useRef(0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const look = (event: Event) => {
      const control = event.target;
      if (!(control instanceof HTMLSelectElement) || control.form?.id !== "decide") return;
      const mine = ++asked.current;
      const form = control.form;
      setOpen(true);
      clearTimeout(timer);
      timer = setTimeout(async () => {
        const next = await quoteFor(shop, number, new FormData(form)).catch(() => undefined);
        if (mine !== asked.current || next === undefined) return;
        setWorth(next);
        setOpen(false);
      }, pauseMs);
    };
    document.addEventListener("change", look);
    return () => {
      document.removeEventListener("change", look);
      clearTimeout(timer);
    };
  }, [shop, number]);
  return { worth, open };
}
