import save from '@vscode/codicons/src/icons/export.svg';
import { useState } from 'preact/hooks';
import { markdownReport, pytorchTest, valuesCsv, valuesJson } from '../../../core';
import type { ReportFormat } from '../../../messages/panel';
import { packState } from '../../../messages/savedState';
import { pngOf, themeColours } from '../../picture';
import type { Report, Snapshot } from '../../state/snapshot';
import type { Store } from '../../state/store';
import { markdownWords, takeAwayStrings as strings } from '../../strings/takeAway';
import { reportPartsOf } from '../../view/reportParts';
import { joinInSlices } from '../../view/takeAway/joinInSlices';
import { pictureOf } from '../../view/takeAway/pictureOf';
import { pictureSvg } from '../../view/takeAway/pictureSvg';
import { reportInputOf } from '../../view/takeAway/reportInputOf';
import { Icon } from '../controls/Icon';
import { Menu, type MenuItem } from '../controls/Menu';

interface TakeAwayProps {
  readonly report: Report;
  /** True where there is nothing that a report could hold. */
  readonly isDisabled: boolean;
  readonly snapshot: Snapshot;
  readonly store: Store;
}

/** What the report can be copied or saved as. Large ones are written in slices, which the page says meanwhile. */
export function TakeAway({ report, isDisabled, snapshot, store }: TakeAwayProps) {
  const [message, setMessage] = useState('');
  const run = (task: () => void | Promise<void>) => async () => {
    setMessage(strings.preparing);
    try {
      await task();
      setMessage('');
    } catch (error) {
      setMessage(strings.failed(error instanceof Error ? error.message : String(error)));
    }
  };
  const items = itemsOf(report, snapshot, store).map((item) => ({ ...item, onChoose: run(item.onChoose) }));
  return (
    <>
      <Menu label={strings.title} className="vscode-action-button" isDisabled={isDisabled} items={items}>
        <Icon svg={save} />
      </Menu>
      <span class="muted" role="status">
        {message}
      </span>
    </>
  );
}

function itemsOf(
  report: Report,
  { view, panel, comparison }: Snapshot,
  store: Store,
): readonly (MenuItem & { readonly onChoose: () => void | Promise<void> })[] {
  const input = reportInputOf(report, view);
  const copy = (text: string) => store.copy(text);
  const saveAs = (format: ReportFormat, content: string | Uint8Array) =>
    store.post({ type: 'save', format, content });
  const markdown = () => markdownReport(input, markdownWords);
  const picture = () => {
    const parts = reportPartsOf(report, report.options, view, store);
    if (!parts) throw new Error(strings.nothingToDraw);
    return pictureSvg(pictureOf(parts, input.title), themeColours());
  };
  const link = () => {
    if (panel.kind !== 'parsed') return;
    const { source, options } = panel;
    store.post({ type: 'link', state: packState({ source, options, view, comparison }) });
  };
  return [
    { id: 'copyMarkdown', label: strings.copyMarkdown, onChoose: () => copy(markdown()) },
    { id: 'saveMarkdown', label: strings.saveMarkdown, onChoose: () => saveAs('markdown', markdown()) },
    {
      id: 'saveSvg',
      label: strings.saveSvg,
      isSeparated: true,
      onChoose: () => saveAs('svg', picture().svg),
    },
    {
      id: 'savePng',
      label: strings.savePng,
      onChoose: async () => {
        const { svg, width, height } = picture();
        saveAs('png', await pngOf(svg, width, height));
      },
    },
    {
      id: 'saveCsv',
      label: strings.saveCsv,
      isSeparated: true,
      onChoose: async () => saveAs('csv', await joinInSlices(valuesCsv(input), nextTurn)),
    },
    {
      id: 'saveJson',
      label: strings.saveJson,
      onChoose: async () => saveAs('json', await joinInSlices(valuesJson(input), nextTurn)),
    },
    { id: 'copyTest', label: strings.copyTest, isSeparated: true, onChoose: () => copy(pytorchTest(input)) },
    { id: 'saveTest', label: strings.saveTest, onChoose: () => saveAs('pytorch', pytorchTest(input)) },
    { id: 'copyLink', label: strings.copyLink, isSeparated: true, onChoose: link },
  ];
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
