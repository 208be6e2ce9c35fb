import { shopsOf } from "@kept/domain";
import { redirect } from "next/navigation";
import { member } from "../server/context.ts";
import { tools } from "../server/tools.ts";

/** The start: one's only shop, or all of them. */
export default async function Start() {
  const { userId } = await member();
  const shops = await shopsOf(await tools(), userId);
  const [only] = shops;
  redirect(only && shops.length === 1 ? `/${only.handle}` : "/shops");
}
