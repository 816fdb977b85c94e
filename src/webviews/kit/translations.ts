/** The product's sentences in the person's language, as the host put them into the document. */
import { setTranslations } from '../../core/l10n.ts';

/** Reads them; to be called once, before anything is drawn. Without any, sentences stay English. */
export function readTranslations(): void {
  const text = document.getElementById('translations')?.textContent;
  if (text) setTranslations(JSON.parse(text) as Readonly<Record<string, string>>);
}
