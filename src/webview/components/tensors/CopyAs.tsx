import { useEffect, useState } from 'preact/hooks';
import { type Tensor, tensorCode } from '../../../core';
import { strings } from '../../strings';
import { Menu } from '../controls/Menu';

interface CopyAsProps {
  readonly tensor: Tensor;
  /** What the tensor is called, for screen readers. */
  readonly name: string;
  readonly requiresGrad: boolean;
  readonly copy: (text: string) => void;
}

const libraries = ['pytorch', 'numpy', 'jax', 'tensorflow', 'json'] as const;

/** How long the button says that it has copied. Unit: ms. */
const copiedFor = 1500;

/** A menu that puts code for the same tensor on the clipboard. */
export function CopyAs({ tensor, name, requiresGrad, copy }: CopyAsProps) {
  const [copied, setCopied] = useState('');
  useEffect(() => {
    if (copied === '') return;
    const timer = setTimeout(() => setCopied(''), copiedFor);
    return () => clearTimeout(timer);
  }, [copied]);
  const items = libraries.map((library) => ({
    id: library,
    label: strings.copyAs.libraries[library],
    onChoose: () => {
      copy(tensorCode(tensor, library, { requiresGrad }));
      setCopied(strings.copyAs.copied(strings.copyAs.libraries[library]));
    },
  }));
  const shown = copied === '' ? strings.copyAs.title : copied;
  return (
    <span class="copy-as">
      <Menu label={`${shown} ${name}`} className="link" items={items}>
        {shown}
      </Menu>
      <span class="visually-hidden" aria-live="polite">
        {copied}
      </span>
    </span>
  );
}
