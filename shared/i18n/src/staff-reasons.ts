/** Words of the reasons that staff choose from, once for every staff screen. */
import type { HelpKind } from '@tingxu/contract/counter-rule';
import type { OverrideReason } from '@tingxu/contract/override';

type Words<K extends string> = Readonly<Record<K, string>>;

/** What a counter asks the lobby manager for. Rules: CTR-9. */
export const HELP_KIND: { readonly zh: Words<HelpKind>; readonly en: Words<HelpKind> } = {
  zh: {
    'customer-needs-help': '客户需要帮助',
    approval: '需要授权',
    dispute: '客户有异议',
    equipment: '设备故障',
    'cash-escort': '大额现金护送',
    emergency: '紧急情况',
    'teller-left': '柜员已退出，客户还在',
  },
  en: {
    'customer-needs-help': 'Customer needs help',
    approval: 'Approval',
    dispute: 'Dispute',
    equipment: 'Equipment fault',
    'cash-escort': 'Escort for large cash',
    emergency: 'Emergency',
    'teller-left': 'Teller signed out, customer left alone',
  },
};

/** Why somebody goes round the rule. Rules: CTR-6, MISS-10. */
export const OVERRIDE_REASON: {
  readonly zh: Words<OverrideReason>;
  readonly en: Words<OverrideReason>;
} = {
  zh: {
    'wrongly-missed': '误过号',
    'needs-care': '需要照顾',
    'continues-service': '续办未完业务',
    complaint: '投诉处理',
    emergency: '紧急情况',
  },
  en: {
    'wrongly-missed': 'Wrongly missed',
    'needs-care': 'Needs care',
    'continues-service': 'Goes on with unfinished business',
    complaint: 'Complaint',
    emergency: 'Emergency',
  },
};
