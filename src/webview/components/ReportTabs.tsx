import { tabs } from '../../messages/viewState';
import { strings } from '../strings';
import type { ReportParts } from '../view/reportParts';
import { Tabs } from './controls/Tabs';
import { PrecisionTab } from './explain/PrecisionTab';
import { ReadingsTab } from './explain/ReadingsTab';
import { StepsTab } from './explain/StepsTab';
import { NumbersTab } from './play/NumbersTab';
import { BatchTab } from './see/BatchTab';
import { SampleTab } from './see/SampleTab';

const contents = {
  numbers: NumbersTab,
  readings: ReadingsTab,
  sample: SampleTab,
  batch: BatchTab,
  steps: StepsTab,
  precision: PrecisionTab,
};

/** The views of a report, one at a time. */
export function ReportTabs(parts: ReportParts) {
  const { view, store } = parts;
  const Content = contents[view.tab];
  return (
    <Tabs
      label={strings.tabs.title}
      tabs={tabs}
      shown={view.tab}
      nameOf={(tab) => strings.tabs[tab]}
      onShow={(tab) => store.look({ tab })}
    >
      <Content {...parts} />
    </Tabs>
  );
}
