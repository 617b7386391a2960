// What the rule knows these libraries by.
declare module 'pngjs' {
  export class PNG {
    static sync: { read(data: Buffer): PNG; write(image: PNG): Buffer };
  }
}

declare module 'jpeg-js' {
  export function encode(image: object, quality?: number): { data: Buffer };
}
