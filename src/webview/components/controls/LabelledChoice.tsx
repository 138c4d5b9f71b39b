import { Segmented, type SegmentedProps } from './Segmented';

/** A choice with its label before it. */
export function LabelledChoice<T extends string>(props: SegmentedProps<T>) {
  return (
    <div class="labelled-choice">
      <span>{props.label}</span>
      <Segmented {...props} />
    </div>
  );
}
