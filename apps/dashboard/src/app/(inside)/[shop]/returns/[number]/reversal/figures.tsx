import type { TakeBack } from "./take-back.ts";

/** What became of each part of the credit, as Shopify says. */
export function Figures({ credits }: { credits: TakeBack["credits"] }) {
  return (
    <table className="figures w-full text-sm">
      <caption className="sr-only">What became of the credit</caption>
      <thead>
        <tr className="text-ink-2">
          <th scope="col" className="pb-1 text-left font-normal">
            Given
          </th>
          <th scope="col" className="pb-1 text-right font-normal">
            Unspent
          </th>
          <th scope="col" className="pb-1 text-right font-normal">
            Spent
          </th>
          <th scope="col" className="pb-1 text-right font-normal">
            Expired
          </th>
        </tr>
      </thead>
      <tbody>
        {credits.map(({ name, given, unspent, spent, expired }) => (
          <tr key={name} className="border-t border-line">
            <th scope="row" className="py-1.5 text-left font-normal">
              <span className="block text-ink-2">{name}</span>
              {given}
            </th>
            <td className="py-1.5 text-right align-bottom">{unspent}</td>
            <td className="py-1.5 text-right align-bottom">{spent}</td>
            <td className="py-1.5 text-right align-bottom">{expired}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
