import { useEffect, useRef, useState } from 'preact/hooks';
import { lossKeys } from '../../../core';
import type { ReportParts } from '../../view/reportParts';
import { cardViewOf } from '../../view/see/cardView';
import { KlCard } from '../explain/KlCard';
import { Answer } from './Answer';
import { Bridge } from './Bridge';
import { StickyLine } from './StickyLine';

/** The answer at a glance: both losses side by side, and the divergence on demand. */
export function Answers(parts: ReportParts) {
  const cards = useRef<HTMLDivElement>(null);
  const [isOut, setOut] = useState(false);
  useEffect(() => {
    if (!cards.current) return;
    const observer = new IntersectionObserver(([{ intersectionRatio }]) => setOut(intersectionRatio === 0));
    observer.observe(cards.current);
    return () => observer.disconnect();
  }, []);
  const card = cardViewOf(parts);
  return (
    <>
      {isOut && <StickyLine {...parts} />}
      <div class="answers" ref={cards}>
        {lossKeys.map((loss) => (
          <Answer key={loss} loss={loss} card={card} {...parts} />
        ))}
        {parts.view.isKlShown && <KlCard {...parts} />}
      </div>
      <Bridge {...parts} />
    </>
  );
}
