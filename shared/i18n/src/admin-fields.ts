/** Words of the fields of the configuration pages, section by section. For staff only. */
import { fieldsCalling } from './admin-fields-calling.ts';
import { fieldsCommon } from './admin-fields-common.ts';
import { fieldsHours } from './admin-fields-hours.ts';
import { fieldsLanes } from './admin-fields-lanes.ts';
import { fieldsServices } from './admin-fields-services.ts';

export const adminFields = {
  'zh-CN': {
    ...fieldsCommon['zh-CN'],
    ...fieldsServices['zh-CN'],
    ...fieldsLanes['zh-CN'],
    ...fieldsHours['zh-CN'],
    ...fieldsCalling['zh-CN'],
  },
  en: {
    ...fieldsCommon.en,
    ...fieldsServices.en,
    ...fieldsLanes.en,
    ...fieldsHours.en,
    ...fieldsCalling.en,
  },
} as const;
