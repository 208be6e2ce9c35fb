import { expect } from "@playwright/test";
import { letters } from "./stand-in.ts";

/** Waits for a letter to somebody whose text holds an address with this in it; answers the address. */
export async function linkTo(email: string, part: string): Promise<string> {
  const pattern = new RegExp(`https?://\\S+${part}\\S+`);
  const find = async () =>
    (await letters(email)).map(({ text }) => pattern.exec(text)?.[0]).findLast(Boolean);
  await expect.poll(find, { message: `a letter to ${email} with ${part}` }).toBeDefined();
  return (await find()) ?? "";
}
