export const praises = {
  add: '记一条客户表扬',
  added: '已记下，下次晨会会念到',
  whole: '全网点',
  channels: {
    counter: '当面',
    'guest-book': '留言簿',
    call: '来电',
    letter: '感谢信',
    banner: '锦旗',
    online: '网上留言',
    hotline: '客服热线转来',
  },
  enteredBy: '{{channel}} · {{on}} · {{name}}登记',
  search: '姓名、拼音或内容',
  list: '客户表扬',
  cut: '只显示最近 {{count}} 条，共 {{total}} 条；缩小范围可找到其余的',
  showWithdrawn: '已撤回的',
  withdraw: '撤回',
  withdrawTitle: '撤回这条客户表扬？',
  withdrawText: '不再展示，也不再算作事迹；谁撤回、为什么，会留下记录。',
  withdrawReason: '原因',
  withdrawnDone: '已撤回',
  withdrawnBy: '{{name}}撤回：{{reason}}',
  empty: {
    month: '这个月还没有客户表扬',
    found: '没有符合的客户表扬',
    text: '客户当面夸、写留言、送锦旗、打来电话，都可以记一条：晨会会念到，也能作提名的证据。',
  },
  form: {
    title: '记一条客户表扬',
    on: '哪天',
    channel: '怎么表扬的',
    people: '表扬了谁',
    peopleHelp: '可选几位；不选就是表扬全网点',
    words: '客户怎么说',
    wordsHelp: '写事情和原话；不写客户的姓名、电话和账号',
    save: '记下',
  },
}

export const praiseErrors = {
  praiseOfOneself: '表扬你本人的，请同事来记',
  praiseOfOthers: '只有登记的人和网点负责人能撤回',
  praiseWithdrawn: '这条客户表扬已撤回',
  praiseGone: '没有这条客户表扬',
}

/** In the audit. */
export const praiseProcedures = { add: '登记客户表扬', withdraw: '撤回客户表扬' }
