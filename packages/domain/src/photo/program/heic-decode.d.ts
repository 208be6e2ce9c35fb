declare module "heic-decode" {
  interface Frame {
    readonly width: number;
    readonly height: number;
    decode(): Promise<{ width: number; height: number; data: Uint8ClampedArray }>;
  }
  const decode: { all(input: { buffer: Buffer }): Promise<Frame[]> };
  export default decode;
}
