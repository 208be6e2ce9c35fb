import { visitTo } from "../../../server/visit.ts";
import { MissingPage } from "../../../ui/message-page.tsx";

/** Whatever else is asked for under a shop's address, answered in the shop's looks and language. */
export default async function Missing({ params }: PageProps<"/[shop]/[...rest]">) {
  const visit = await visitTo((await params).shop);
  return visit && <MissingPage visit={visit} />;
}
