export const taskBatches = {
  picked: '已选 {{count}} 件',
  pick: '选中 {{no}}',
  steps: { assign: '派单', accept: '接收', verify: '复核通过', transfer: '转派', urge: '催办' },
  title: '{{step}}：{{count}} 件',
  done: '{{step}}：已办 {{count}} 件',
  noneDone: '{{step}}：一件也没有办成',
  refused: '{{count}} 件没有办：{{list}}',
  refusedOne: '{{no}} {{reason}}',
  join: '；',
  andMore: '等',
  undone: '已撤回 {{count}} 件',
  due: '时限（当天下班前）',
}
