import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { TextRange } from '../../../core';
import type { Store } from '../../state/store';
import { strings } from '../../strings';

/** Looks like a link and selects a range of the source in the editor; plain where the text stands in no document. */
export function RevealLink(props: { range: TextRange; store: Store; children: ComponentChildren }) {
  const { range, store, children } = props;
  if (!store.hasDocument) return <span>{children}</span>;
  return (
    <button type="button" class="link" title={strings.showInEditor} onClick={() => store.reveal(range)}>
      {children}
    </button>
  );
}

/** The words "Show in editor" as such a link; nothing where the text stands in no document. */
export function ShowInEditor({ range, store }: { range: TextRange; store: Store }) {
  if (!store.hasDocument) return null;
  return (
    <RevealLink range={range} store={store}>
      {strings.showInEditor}
    </RevealLink>
  );
}

/** How long a button says that it has copied. Unit: ms. */
const copiedFor = 1500;

/** Copies a text; says so in place of its words. */
export function CopyButton(props: { text: string; store: Store; children?: ComponentChildren }) {
  const { text, store, children = strings.copy } = props;
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), copiedFor);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const copy = () => {
    store.copy(text);
    setCopied(true);
  };
  return (
    <button type="button" class="secondary" onClick={copy}>
      <span aria-live="polite">{isCopied ? strings.copied : children}</span>
    </button>
  );
}
