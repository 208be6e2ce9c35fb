import { useEffect, useRef, useState } from "react";
import { preview } from "./actions.ts";
import type { TypedBrand } from "./brand-form.ts";
import type { BrandPreview } from "./preview.ts";

const pauseMs = 150;

/** The portal's tones a moment after each change of the looks. The newest answer wins. */
export function useBrandPreview(shop: string, typed: TypedBrand, first: BrandPreview) {
  const [shown, setShown] = useState(first);
  const asked = useRef(0);
  const { color, radius, font } = typed;
  const key = JSON.stringify({ color, radius, font });
  const firstKey = useRef(key);
  useEffect(() => {
    if (key === firstKey.current && asked.current === 0) return;
    const mine = ++asked.current;
    const timer = setTimeout(async () => {
      const answer = await preview(shop, { ...JSON.parse(key), logoUrl: "", words: {} }).catch(() => null);
      if (mine === asked.current && answer) setShown(answer);
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [shop, key]);
  return { shown };
}
