/** User interfaces: what is there only while a handler or a component's function has not yet given control away. */

import type { Pack } from './pack.ts';

export const vue: Pack = {
  module: '@vue/runtime-core',
  setupCalls: [
    'getCurrentInstance',
    'inject',
    'onActivated',
    'onBeforeMount',
    'onBeforeUnmount',
    'onBeforeUpdate',
    'onDeactivated',
    'onErrorCaptured',
    'onMounted',
    'onServerPrefetch',
    'onUnmounted',
    'onUpdated',
    'provide',
  ],
};

export const react: Pack = {
  module: 'react',
  eventMembers: [
    'BaseSyntheticEvent.currentTarget',
    'BaseSyntheticEvent.preventDefault',
    'BaseSyntheticEvent.stopPropagation',
  ],
  setupCalls: [
    'useCallback',
    'useContext',
    'useEffect',
    'useLayoutEffect',
    'useMemo',
    'useReducer',
    'useRef',
    'useState',
  ],
};
