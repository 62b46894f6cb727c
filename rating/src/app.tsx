/** The screen of the moment. */
import type { JSX } from 'preact';
import { AskScreen } from './ask-screen.tsx';
import { Frame } from './frame.tsx';
import { IdleScreen } from './idle-screen.tsx';
import { Message } from './message.tsx';
import { usePad } from './pad-context.ts';
import { PairScreen } from './pair-screen.tsx';
import { useI18n } from './texts.ts';

export function App(): JSX.Element {
  const { t } = useI18n();
  const shown = usePad().shown.value;
  switch (shown.kind) {
    case 'asking':
      return <AskScreen leftMs={shown.leftMs} />;
    case 'idle':
      return <IdleScreen text={t.pad.invite} title={t.pad.welcome} />;
    case 'closed':
      return <IdleScreen text={t.pad.closed} />;
    case 'pairing':
      return <PairScreen unknown={shown.unknown} />;
    case 'connecting':
      return (
        <Frame name="connecting">
          <Message icon="busy" title={t.pad.connecting} />
        </Frame>
      );
    case 'thanks':
      return (
        <Frame name="thanks">
          <Message icon="check" title={t.rating.thanksTitle} text={t.pad.thanksText} />
        </Frame>
      );
    case 'gone':
      return (
        <Frame name="gone">
          <Message icon="clock" title={t.pad.goneTitle} text={t.pad.goneText} />
        </Frame>
      );
    case 'offline':
      return (
        <Frame name="offline">
          <Message icon="offline" title={t.pad.offlineTitle} text={t.pad.offlineText} />
        </Frame>
      );
    default:
      return shown satisfies never;
  }
}
