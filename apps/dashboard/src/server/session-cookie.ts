import { userAgent } from "next/server";
import { env } from "./env.ts";

/** The browser's half of a session. Over https its name keeps other hosts and paths from setting it. */
export function sessionCookie() {
  const secure = env().DASHBOARD_URL.startsWith("https://");
  return {
    name: secure ? "__Host-kept-session" : "kept-session",
    options: { httpOnly: true, sameSite: "lax", path: "/", secure } as const,
  };
}

/** What a browser calls itself, in words a person recognizes: "Firefox on Linux". */
export function deviceOf(headers: Headers): string {
  const { browser, os } = userAgent({ headers });
  const name = browser.name?.replace(/^(Mobile|Chrome Headless)\b.*/, (found) =>
    found.startsWith("Mobile") ? found.replace("Mobile ", "") : "Chrome",
  );
  return [name ?? "A browser", os.name && `on ${os.name}`].filter(Boolean).join(" ");
}
