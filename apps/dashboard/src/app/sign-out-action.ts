"use server";
import { signInStore } from "@kept/domain";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { sessionCookie } from "../server/session-cookie.ts";
import { tools } from "../server/tools.ts";

/** Ends the session here and in the database: a copied cookie is worth nothing afterwards. */
export async function signOut(): Promise<void> {
  const jar = await cookies();
  const { name } = sessionCookie();
  const token = jar.get(name)?.value;
  if (token) await signInStore(await tools()).deleteSession(token);
  jar.delete(name);
  redirect("/sign-in");
}
