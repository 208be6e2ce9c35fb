import { cookies } from "next/headers";

/** What the person chose; `system` until they do. */
export async function chosenTheme(): Promise<"light" | "dark" | "system"> {
  const value = (await cookies()).get("theme")?.value;
  return value === "light" || value === "dark" ? value : "system";
}
