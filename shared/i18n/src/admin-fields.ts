/** Words of the fields of the configuration pages, section by section. For staff only. */
import { fieldsCalling } from './admin-fields-calling.ts';
import { fieldsCommon } from './admin-fields-common.ts';
import { fieldsHours } from './admin-fields-hours.ts';
import { fieldsLanes } from './admin-fields-lanes.ts';
import { fieldsServices } from './admin-fields-services.ts';
import { fieldsVoice } from './admin-fields-voice.ts';
import { defineArea } from './dictionary.ts';

export const adminFields = defineArea(
  {
    ...fieldsCommon['zh-CN'],
    ...fieldsServices['zh-CN'],
    ...fieldsLanes['zh-CN'],
    ...fieldsHours['zh-CN'],
    ...fieldsCalling['zh-CN'],
    ...fieldsVoice['zh-CN'],
  },
  {
    en: {
      ...fieldsCommon.en,
      ...fieldsServices.en,
      ...fieldsLanes.en,
      ...fieldsHours.en,
      ...fieldsCalling.en,
      ...fieldsVoice.en,
    },
  },
);
