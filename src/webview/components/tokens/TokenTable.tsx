import { useState } from 'preact/hooks';
import { formatNumber, type TokenLogProb, type TokenLogProbs } from '../../../core';
import type { Store } from '../../state/store';
import { tokenStrings as strings } from '../../strings/tokens';
import type { Cell } from '../controls/VirtualRows';
import { VirtualTable } from '../controls/VirtualTable';

interface TokenTableProps {
  readonly sequence: TokenLogProbs;
  readonly store: Store;
}

interface Column {
  readonly name: string;
  readonly title?: string;
  readonly cell: (token: TokenLogProb) => Cell;
}

const number = (value: number): Cell => ({ text: formatNumber(value, 'float64') });

const columns: readonly Column[] = [
  {
    name: strings.token,
    cell: ({ token }) => ({ text: token ?? '–', className: 'token', title: token ?? undefined }),
  },
  {
    name: '−log p',
    title: strings.lossTitle,
    cell: ({ logProb }) => (logProb === null ? { text: strings.gap } : number(0 - logProb)),
  },
  { name: 'p', cell: ({ logProb }) => (logProb === null ? { text: '–' } : number(Math.exp(logProb))) },
  {
    name: strings.listed,
    title: strings.listedTitle,
    cell: ({ numListed }) => ({ text: String(numListed) }),
  },
  {
    name: 'Σ p',
    title: strings.sumTitle,
    cell: ({ numListed, listedSum }) => (numListed === 0 ? { text: '–' } : number(listedSum)),
  },
];

/** A row for each token; choosing one shows it in the editor. */
export function TokenTable({ sequence: { tokens }, store }: TokenTableProps) {
  const [row, setRow] = useState(-1);
  const choose = (next: number) => {
    setRow(next);
    if (store.hasDocument) store.reveal(tokens[next]);
  };
  return (
    <VirtualTable
      caption={strings.caption}
      hint={strings.hint}
      corner={strings.place}
      numRows={tokens.length}
      numColumns={columns.length}
      columnEms={6}
      rowHeader={String}
      rowTitle={strings.show}
      columnHeader={(column) => columns[column].name}
      columnTitle={(column) => columns[column].title}
      cell={(index, column) => columns[column].cell(tokens[index])}
      selectedRow={row}
      selected={row}
      listing=""
      onSelectRow={choose}
    />
  );
}
