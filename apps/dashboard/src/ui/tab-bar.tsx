"use client";
import { type ReactNode, useEffect, useRef } from "react";
import { classes } from "./classes.ts";

interface Props {
  label: string;
  className?: string;
  children: ReactNode;
}

/** Tabs in a row, which on a phone is wider than the screen: the one where one is stays in sight. */
export function TabBar({ label, className, children }: Props) {
  const bar = useRef<HTMLElement>(null);
  useEffect(() => {
    const here = bar.current?.querySelector<HTMLElement>("[aria-current=page]");
    if (bar.current && here)
      bar.current.scrollLeft = here.offsetLeft - (bar.current.clientWidth - here.offsetWidth) / 2;
  });
  return (
    <nav
      ref={bar}
      aria-label={label}
      className={classes("relative overflow-x-auto border-b border-line", className)}
    >
      {children}
    </nav>
  );
}
