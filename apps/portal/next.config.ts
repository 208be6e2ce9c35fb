import type { NextConfig } from "next";

export default {
  agentRules: false,
  poweredByHeader: false,
  reactStrictMode: true,
  // server.ts compresses what it rewrites, once.
  compress: false,
  generateEtags: false,
  // Preloads stay in the document, where server.ts can drop the ones for scripts.
  reactMaxHeadersLength: 1,
  experimental: {
    // Eight photos of 10 MB; server.ts lets only such forms be that long.
    serverActions: { bodySizeLimit: "84mb" },
  },
  headers: async () =>
    ["/steps.js", "/icon.svg"].map((source) => ({
      source,
      // A page of tomorrow works with the script of today: it only makes forms smoother.
      headers: [{ key: "cache-control", value: "public, max-age=86400, stale-while-revalidate=604800" }],
    })),
} satisfies NextConfig;
