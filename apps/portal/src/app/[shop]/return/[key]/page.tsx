import { redirect } from "next/navigation";

/** A draft's bare address leads to its first step. */
export default async function DraftPage({ params }: PageProps<"/[shop]/return/[key]">) {
  const { shop, key } = await params;
  redirect(`/${encodeURIComponent(shop)}/return/${encodeURIComponent(key)}/items`);
}
