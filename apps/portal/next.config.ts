import type { NextConfig } from "next";

export default {
  agentRules: false,
  poweredByHeader: false,
  reactStrictMode: true,
  // server.ts compresses what it rewrites, once.
  compress: false,
  generateEtags: false,
  // Preloads stay in the document, where server.ts can drop the ones for scripts.
  reactMaxHeadersLength: 0,
  // A style sheet in the document saves a phone one round trip before it can paint.
  experimental: { inlineCss: true },
} satisfies NextConfig;
