import type { Accuracy } from '../../../core';
import { predictionStrings } from '../../strings/predictions';
import { countText, percentText } from '../../view/countText';

const strings = predictionStrings.confusion;

/** Pairs that are named; the others are counted. */
const mostShown = 10;

interface ConfusedPairsProps {
  readonly accuracy: Accuracy;
  readonly nameOf: (klass: number) => string;
  readonly onChoose: (target: number, predicted: number) => void;
}

/** The classes that are taken for each other most often, where a matrix of all would not be read. */
export function ConfusedPairs({ accuracy, nameOf, onChoose }: ConfusedPairsProps) {
  const { target, predicted, count } = accuracy.confusion;
  const { support } = accuracy.classes;
  const wrong = Array.from(count.keys()).filter((pair) => target[pair] !== predicted[pair]);
  if (wrong.length === 0) return <p class="muted">{strings.noneWrong}</p>;
  const more = wrong.length - mostShown;
  return (
    <>
      <p class="muted">{strings.pairsHint(countText(support.length))}</p>
      <table class="plain-table">
        <caption class="visually-hidden">{strings.pairs}</caption>
        <thead>
          <tr>
            <th scope="col">{predictionStrings.filter.target}</th>
            <th scope="col">{predictionStrings.filter.predicted}</th>
            <th scope="col" class="number">
              {strings.count}
            </th>
            <th scope="col" class="number">
              {strings.share}
            </th>
          </tr>
        </thead>
        <tbody>
          {wrong.slice(0, mostShown).map((pair) => (
            <tr key={pair}>
              <th scope="row">{nameOf(target[pair])}</th>
              <td>{nameOf(predicted[pair])}</td>
              <td class="number">
                <button
                  type="button"
                  class="link"
                  title={strings.show(nameOf(target[pair]), nameOf(predicted[pair]))}
                  onClick={() => onChoose(target[pair], predicted[pair])}
                >
                  {countText(count[pair])}
                </button>
              </td>
              <td class="number">{percentText(count[pair], support[target[pair]])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && <p class="muted">{strings.more(countText(more))}</p>}
    </>
  );
}
