import { redirect } from "next/navigation";

export default async function Settings({ params }: { params: Promise<{ shop: string }> }) {
  redirect(`/${(await params).shop}/settings/resolutions`);
}
