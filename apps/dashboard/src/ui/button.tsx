import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { classes } from "./classes.ts";

export type Look = "primary" | "secondary" | "quiet" | "danger";

const base =
  "inline-flex max-w-full shrink-0 items-center justify-center gap-2 rounded-lg border px-3 text-center font-medium transition-colors select-none disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed aria-disabled:opacity-55";

const looks: Record<Look, string> = {
  primary: "border-transparent bg-accent text-on-accent not-disabled:hover:bg-accent-hover",
  secondary: "border-line-strong bg-raised text-ink not-disabled:hover:bg-hover",
  quiet:
    "border-transparent bg-transparent text-ink-2 not-disabled:hover:bg-hover not-disabled:hover:text-ink",
  danger: "border-risk-line bg-raised text-risk-ink not-disabled:hover:bg-risk-soft",
};

/** One that names an amount is as long as the amount: it breaks its words before it leaves its place; in a table never. */
const sizes = {
  small: "min-h-7 px-2.5 py-0.5 text-sm touch:min-h-9",
  medium: "min-h-9 py-1 text-base touch:min-h-11",
  large: "min-h-11 px-4 py-1.5 text-lg",
};

interface Shape {
  look?: Look;
  size?: keyof typeof sizes;
}

export function buttonClasses({ look = "secondary", size = "medium" }: Shape, more?: string): string {
  return classes(base, looks[look], sizes[size], more);
}

export function Button({
  look,
  size,
  className,
  type = "button",
  ...rest
}: Shape & ComponentProps<"button">) {
  return (
    <button
      type={type}
      className={buttonClasses({ ...(look && { look }), ...(size && { size }) }, className)}
      {...rest}
    />
  );
}

export function ButtonLink({
  look,
  size,
  className,
  ...rest
}: Shape & ComponentProps<typeof Link> & { children: ReactNode }) {
  return (
    <Link className={buttonClasses({ ...(look && { look }), ...(size && { size }) }, className)} {...rest} />
  );
}
