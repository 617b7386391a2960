/** Attributes as OTLP writes them in JSON. */

export interface OtlpAttribute {
  readonly key: string;
  /** Whole numbers are texts, since they may have 64 bits. */
  readonly value: { readonly stringValue: string } | { readonly intValue: string };
}

export const attribute = (key: string, value: string | number): OtlpAttribute => ({
  key,
  value: typeof value === 'string' ? { stringValue: value } : { intValue: String(Math.round(value)) },
});
