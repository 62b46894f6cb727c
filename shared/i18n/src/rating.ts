/** The question after a service, on the pad at the counter and on the customer's phone. */
import { definePublicArea } from './dictionary.ts';

export const rating = definePublicArea(
  {
    question: '请评价本次服务',
    /** By score, 5 is the best. Each fits a fifth of a panel. */
    scores: { 5: '很满意', 4: '满意', 3: '一般', 2: '不满意', 1: '很差' },
    /** Whom the answer is kept from. Rules: RATE-4. */
    discreet: '柜员看不到您的选择',
    thanksTitle: '谢谢您的评价',
  },
  {
    'zh-HK': {
      question: '請評價是次服務',
      scores: { 5: '很滿意', 4: '滿意', 3: '一般', 2: '不滿意', 1: '很差' },
      discreet: '櫃員看不到您的選擇',
      thanksTitle: '多謝您的評價',
    },
    en: {
      question: 'How was our service?',
      scores: { 5: 'Great', 4: 'Good', 3: 'Fair', 2: 'Poor', 1: 'Bad' },
      discreet: 'Your teller does not see your choice',
      thanksTitle: 'Thank you',
    },
  },
);
