import { allowed, copySections, previewCopy, settingsCopiesOf, shopsOf } from "@kept/domain";
import type { Metadata } from "next";
import { member } from "../../../../server/context.ts";
import { tools } from "../../../../server/tools.ts";
import { Breadcrumb } from "../../../../ui/breadcrumb.tsx";
import { Notice } from "../../../../ui/notice.tsx";
import { PageHeader } from "../../../../ui/page-header.tsx";
import { askedOf, sectionWords } from "./asked.ts";
import { ChooseForm } from "./choose-form.tsx";
import { CopiesBefore } from "./copies-before.tsx";
import { Preview } from "./preview.tsx";

export const metadata: Metadata = { title: "Copy settings" };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** From one shop to many: chosen in the address, shown as differences, and only then done. */
export default async function CopySettings({ searchParams }: Props) {
  const { userId } = await member();
  const open = await tools();
  const asked = askedOf(await searchParams);
  const shops = await shopsOf(open, userId);
  const ready = asked.from !== "" && asked.sections.length > 0 && asked.to.length > 0;
  const preview = ready ? await previewCopy(open, { userId, ...asked }) : null;
  const missing =
    asked.from === ""
      ? null
      : asked.sections.length === 0
        ? "Choose at least one part to copy."
        : asked.to.filter((handle) => handle !== asked.from).length === 0
          ? "Choose at least one other shop to copy to."
          : null;
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={[{ href: "/shops", name: "All shops" }]} />}
        title="Copy settings"
      />
      <div className="grid gap-6">
        <ChooseForm
          shops={shops.map(({ handle, name, organization, role, currency }) => ({
            handle,
            name,
            about: `${organization} · ${currency}`,
            mayChange: allowed(role, "change_policy"),
          }))}
          parts={copySections.map((section) => ({ section, ...sectionWords[section] }))}
          asked={asked}
          missing={missing}
        />
        {preview?.ok && <Preview asked={asked} preview={preview.value} />}
        {preview && !preview.ok && (
          <Notice tone="person" title="The shop to copy from is not there any more">
            Choose another one above.
          </Notice>
        )}
        <CopiesBefore copies={await settingsCopiesOf(open, { userId })} />
      </div>
    </>
  );
}
