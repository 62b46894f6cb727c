import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../src/button.tsx';
import { ChoiceTile } from '../src/choice-tile.tsx';
import { Clock } from '../src/clock.tsx';
import { ConnectionBanner, ConnectionMark } from '../src/connection-banner.tsx';
import { Dialog } from '../src/dialog.tsx';
import { EmptyState } from '../src/empty-state.tsx';
import { SelectField, TextField } from '../src/field.tsx';
import { Icon } from '../src/icon.tsx';
import { LaneTag } from '../src/lane-tag.tsx';
import { cx } from '../src/lib/cx.ts';
import { ICON_PATHS, type IconName } from '../src/lib/icon-paths.tsx';
import type { Tone } from '../src/lib/tone.ts';
import { List, ListItem } from '../src/list.tsx';
import { LocaleSwitch } from '../src/locale-switch.tsx';
import { Metric } from '../src/metric.tsx';
import { Notice } from '../src/notice.tsx';
import { Panel } from '../src/panel.tsx';
import { StateDot } from '../src/state-dot.tsx';
import { StatusPill } from '../src/status-pill.tsx';
import { TicketNumber } from '../src/ticket-number.tsx';
import { TicketSlip } from '../src/ticket-slip.tsx';
import { ToastRegion } from '../src/toast.tsx';
import { WaitMeter } from '../src/wait-meter.tsx';
import { Wordmark } from '../src/wordmark.tsx';
import { GalleryI18n } from './gallery-i18n.tsx';
import { AT, LANES, MIN, ZONE } from './sample-data.ts';
import styles from './samples.module.css';

const TONES: readonly Tone[] = ['ok', 'warn', 'over', 'info', 'quiet'];

const only = new URLSearchParams(location.search).get('only');
const THEMES = ['light', 'board', 'slip'].filter((theme) => only === null || theme === only);

function Row(props: { readonly children: ComponentChildren }): JSX.Element {
  return <div class={cx(styles['row'])}>{props.children}</div>;
}

function Numbers(): JSX.Element {
  const { pick } = GalleryI18n.useI18n();
  return (
    <>
      <Row>
        <TicketNumber number="A001" size="hero" />
        <TicketNumber number="V108" size="xl" />
        <TicketNumber number="E347" size="l" />
        <TicketNumber number="B269" size="m" />
        <TicketNumber number="A1000" size="s" tone="muted" />
      </Row>
      <Row>
        {LANES.map((lane) => (
          <LaneTag key={lane.id} lane={lane.id} label={pick(lane.name)} />
        ))}
        {LANES.map((lane) => (
          <LaneTag key={lane.id} lane={lane.id} label={pick(lane.name)} compact />
        ))}
        {TONES.map((tone) => (
          <StatusPill key={tone} tone={tone}>
            {tone} 办理中
          </StatusPill>
        ))}
        {TONES.map((tone) => (
          <StateDot key={tone} tone={tone}>
            {tone} 空闲
          </StateDot>
        ))}
      </Row>
    </>
  );
}

/** What the browser test sees of a press. */
function press(): void {
  document.title = 'pressed';
}

function Buttons(): JSX.Element {
  return (
    <>
      <Row>
        <Button variant="primary" icon="bell" keycap="空格" onClick={press}>
          下一位
        </Button>
        <Button>重呼 Recall</Button>
        <Button variant="danger" icon="cross">
          过号
        </Button>
        <Button variant="quiet" icon="pause">
          暂停
        </Button>
        <Button variant="primary" pending onClick={press}>
          处理中…
        </Button>
        <Button disabled onClick={press}>
          18 秒后可过号
        </Button>
        <Button icon="refresh" aria-label="刷新" />
      </Row>
      <Row>
        <Button size="s">小按钮</Button>
        <Button size="l" variant="primary">
          大按钮
        </Button>
        <Button size="touch" variant="primary" iconEnd="arrow-right">
          触摸
        </Button>
        <ConnectionMark state="live" text="连接正常" />
        <Clock at={AT} zone={ZONE} locale="zh-CN" date="long" />
        <Wordmark />
      </Row>
      <Row>
        {(Object.keys(ICON_PATHS) as IconName[]).map((name) => (
          <span key={name} title={name} style={{ fontSize: '22px' }}>
            <Icon name={name} label={name} />
          </span>
        ))}
      </Row>
    </>
  );
}

function Panels(): JSX.Element {
  return (
    <div class={cx(styles['columns'])}>
      <Panel title="等候客户" actions={<StatusPill tone="warn">2 人将超时</StatusPill>}>
        <div class={cx(styles['stack'])}>
          <WaitMeter waitedMs={4 * MIN} targetMs={15 * MIN} text="4 分钟" toneText="正常" />
          <WaitMeter waitedMs={13 * MIN} targetMs={15 * MIN} text="13 分钟" toneText="将超时" />
          <WaitMeter waitedMs={19 * MIN} targetMs={15 * MIN} text="19 分钟" toneText="已超时" />
          <div class={cx(styles['metrics'])}>
            <Metric label="在厅" value="12" unit="人" size="l" />
            <Metric label="按时率" value="94%" note="承诺 80%" tone="ok" />
            <Metric label="最长等候" value="21" unit="分钟" tone="over" />
          </div>
        </div>
      </Panel>
      <Panel title="最近叫号" flush>
        <List label="最近叫号">
          <ListItem
            start={<TicketNumber number="A038" size="m" />}
            title="3 号窗口"
            note="09:41:50"
            end="叫号中"
          />
          <ListItem
            start={<TicketNumber number="V012" size="m" />}
            title="6 号窗口"
            note="09:40:12"
            tone="info"
          />
          <ListItem
            start={<TicketNumber number="A021" size="m" />}
            title="存款取款"
            tone="over"
            end="21 分钟"
          />
        </List>
      </Panel>
      <div class={cx(styles['stack'])}>
        <Notice tone="over" title="没有叫到号" code="counter-busy">
          当前客户尚未办结。
        </Notice>
        <Notice tone="warn">暂无窗口办理</Notice>
        <Notice tone="ok" action={<Button size="s">撤销</Button>}>
          A038 已办结
        </Notice>
        <Notice tone="info">空格键走完常用流程：叫号、开始、办结</Notice>
      </div>
      <Panel look="sunken">
        <EmptyState icon="ticket" title="暂无客户等候">
          新的号票会出现在这里。
        </EmptyState>
      </Panel>
    </div>
  );
}

function Entries(): JSX.Element {
  const { locale, locales, setLocale, t } = GalleryI18n.useI18n();
  const [staff, setStaff] = useState('t01');
  const [counter, setCounter] = useState('3');
  const [open, setOpen] = useState(new URLSearchParams(location.search).has('dialog'));
  return (
    <div class={cx(styles['columns'])}>
      <div class={cx(styles['stack'])}>
        <TextField label="工号" hint="例如 t01" value={staff} onInput={setStaff} figures />
        <TextField label="号码" value="X9" onInput={setStaff} error="今日没有这个号码。" />
        <SelectField
          label="窗口"
          value={counter}
          onInput={setCounter}
          options={['1', '2', '3'].map((value) => ({ value, label: t.common.counter(value) }))}
        />
      </div>
      <div class={cx(styles['stack'])}>
        <ChoiceTile icon="ticket" title="存款取款" note="请准备身份证" meta="6 人等候" />
        <ChoiceTile title="银行卡业务" selected meta={<LaneTag lane="vip" label="贵宾" />} />
        <ChoiceTile title="对公业务" disabled meta="暂无窗口办理" />
        <LocaleSwitch
          locales={locales}
          value={locale.value}
          onChange={setLocale}
          label={t.common.language}
        />
        <Button onClick={() => setOpen(true)}>打开对话框</Button>
        <Dialog
          open={open}
          title="关闭本窗口？"
          icon="alert"
          tone="danger"
          onClose={() => setOpen(false)}
          actions={
            <>
              <Button onClick={() => setOpen(false)}>取消</Button>
              <Button variant="danger" onClick={() => setOpen(false)}>
                关闭窗口
              </Button>
            </>
          }
        >
          关闭后不再叫号，可随时重新开放。
        </Dialog>
      </div>
      <TicketSlip
        active
        label="A001"
        stub={
          <Row>
            <span>前面等候 3 人</span>
            <span>约 5–10 分钟</span>
          </Row>
        }
      >
        <TicketNumber number="A001" size="xl" />
        <p>存款取款 · 09:42:07 取号</p>
      </TicketSlip>
    </div>
  );
}

export function Kit(): JSX.Element {
  return (
    <div class={cx(styles['kit'])}>
      {THEMES.map((theme) => (
        <section key={theme} class={cx(styles['theme'])} data-theme={theme} data-testid={theme}>
          <ConnectionBanner
            state="reconnecting"
            text="连接中断，画面停在 09:42:07，正在重新连接…"
          />
          <Numbers />
          <Buttons />
          <Panels />
          <Entries />
        </section>
      ))}
      <ToastRegion
        toasts={[{ id: '1', tone: 'warn', text: '暂无本窗口可办的客户。', code: 'nobody-waiting' }]}
        onDismiss={() => undefined}
        dismissLabel="关闭"
      />
    </div>
  );
}
