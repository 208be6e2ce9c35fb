import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { chosenTheme } from "../server/theme.ts";
import { fonts } from "./fonts.ts";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Kept", template: "%s · Kept" },
  robots: { index: false },
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f8f7f4" },
    { media: "(prefers-color-scheme: dark)", color: "#121110" },
  ],
};

export default async function Root({ children }: { children: ReactNode }) {
  const theme = await chosenTheme();
  return (
    <html lang="en" className={fonts} data-theme={theme === "system" ? undefined : theme}>
      <body className="min-h-dvh font-sans">{children}</body>
    </html>
  );
}
