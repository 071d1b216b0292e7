import { Pause, Play, SkipBack, SkipForward, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { words } from '../../../i18n/words.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Slider } from '../../../ui/slider.tsx';
import css from './aloud-bar.module.css';
import type { ReadAloud } from './use-read-aloud.ts';

const text = words({
  bar: { id: 'aloud.bar', defaultMessage: 'Reading aloud' },
  play: { id: 'aloud.play', defaultMessage: 'Read on' },
  pause: { id: 'aloud.pause', defaultMessage: 'Pause' },
  previous: { id: 'aloud.previous', defaultMessage: 'Previous sentence' },
  next: { id: 'aloud.next', defaultMessage: 'Next sentence' },
  speed: { id: 'aloud.speed', defaultMessage: 'Speed' },
  times: { id: 'aloud.times', defaultMessage: '{rate, number}×' },
  stop: { id: 'aloud.stop', defaultMessage: 'Stop reading' },
  voice: { id: 'aloud.voice', defaultMessage: 'Voice: {name}' },
});

/** The controls while an article is read aloud. */
export function AloudBar({ aloud }: { aloud: ReadAloud }): ReactNode {
  const intl = useIntl();
  const say = intl.formatMessage;
  const playing = aloud.state === 'playing';
  return (
    <div role="group" aria-label={say(text.bar)} className={css['bar']}>
      <IconButton size="sm" label={say(text.previous)} icon={<SkipBack aria-hidden />} onPress={() => aloud.skip(-1)} />
      <IconButton
        size="sm"
        label={say(playing ? text.pause : text.play)}
        icon={playing ? <Pause aria-hidden /> : <Play aria-hidden />}
        onPress={aloud.toggle}
      />
      <IconButton size="sm" label={say(text.next)} icon={<SkipForward aria-hidden />} onPress={() => aloud.skip(1)} />
      <div className={css['speed']}>
        <Slider
          label={say(text.speed)}
          value={aloud.rate}
          min={0.5}
          max={3}
          step={0.1}
          valueText={say(text.times, { rate: aloud.rate })}
          onChange={(rate) => aloud.setRate(Math.round(rate * 10) / 10)}
        />
      </div>
      <span className={css['voice']}>{say(text.voice, { name: aloud.voice })}</span>
      <IconButton size="sm" label={say(text.stop)} icon={<X aria-hidden />} onPress={aloud.stop} />
    </div>
  );
}
