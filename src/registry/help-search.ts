export interface Searchable {
  readonly id: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly aliases: { readonly zh: readonly string[]; readonly en: readonly string[] };
  readonly keywords: { readonly zh: readonly string[]; readonly en: readonly string[] };
}
export type HelpMatch =
  | { readonly kind: 'sure'; readonly id: string }
  | { readonly kind: 'unsure'; readonly ids: readonly string[] }
  | { readonly kind: 'none' };
export function createHelpSearch(_: readonly Searchable[]): (text: string, language: 'zh' | 'en') => HelpMatch {
  return () => ({ kind: 'none' });
}
