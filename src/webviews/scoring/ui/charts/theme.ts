/** Which kind of theme the editor has now: it says so in the class of the page's body, and charts follow it. */
import { useEffect, useState } from 'preact/hooks';

export interface Theme {
  readonly dark: boolean;
  /** Colors alone say nothing here: shapes, outlines and words do. */
  readonly contrast: boolean;
}

function read(): Theme {
  const { classList } = document.body;
  const contrast = classList.contains('vscode-high-contrast') || classList.contains('vscode-high-contrast-light');
  const light = classList.contains('vscode-light') || classList.contains('vscode-high-contrast-light');
  return { dark: !light, contrast };
}

/** The theme, and again whenever the person picks another one. */
export function useTheme(): Theme {
  const [theme, setTheme] = useState(read);
  useEffect(() => {
    const observer = new MutationObserver(() => {
      const next = read();
      setTheme((last) => (last.dark === next.dark && last.contrast === next.contrast ? last : next));
    });
    observer.observe(document.body, { attributes: true, attributeFilter: ['class'] });
    return () => observer.disconnect();
  }, []);
  return theme;
}
