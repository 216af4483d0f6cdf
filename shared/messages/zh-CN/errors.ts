/** What happened. Named by the `reason` of an error; a field's reason stands under that field. */
export const errors = {
  internal: '程序出了意料之外的问题',
  invalidInput: '有几处填写需要改一改',
  invalidValue: '这里的内容不符合要求',
  required: '这里必须填写',
  tooLong: '太长了，请缩短',
  pinFormat: 'PIN 须为 6 位以上的数字',
  pinGuessable: '这个 PIN 太好猜了：不要用连号、重复或生日',
  notSignedIn: '还没有登录，或登录已结束',
  forbidden: '你的岗位不能做这一步',
  notFound: '要找的内容不在了',
  conflict: '别人刚刚改过同一条内容',
  notAllowedNow: '现在还不能做这一步',
  serviceUnavailable: '与本机服务的连接断开了',
  timedOut: '等了很久没有答复',
  cancelled: '已经取消',
  storageFull: '磁盘满了，写不进去',
  storageUnavailable: '数据文件暂时读写不了',
  storageCorrupted: '数据文件有损坏',
}

/** What is safe, and what to do next, by the code of the error. */
export const errorCodes = {
  'invalid-input': { safe: '没有保存任何改动。', next: '请按提示改好后再保存。' },
  'not-signed-in': { safe: '已保存的内容都在。', next: '请重新登录后再做一次。' },
  'not-found': { safe: '其他内容没有受影响。', next: '请刷新列表后再找。' },
  conflict: { safe: '你的这次改动没有保存，对方的已保存。', next: '请看过最新内容后再改。' },
  forbidden: { safe: '没有改动任何内容。', next: '请让有权限的同事来做，或按 F2 换人。' },
  'not-allowed-now': { safe: '没有改动任何内容。', next: '上面说的情况处理好以后，再做这一步。' },
  'service-unavailable': { safe: '已答复“已保存”的内容都在磁盘上。', next: '正在自动重连，连上后请再做一次。' },
  'timed-out': { safe: '这一步可能已经做成。', next: '请先看一眼结果，再决定是否重做。' },
  'storage-full': { safe: '此前保存的内容都在，这一次没有保存。', next: '请清理磁盘空间后再试。' },
  'storage-unavailable': { safe: '此前保存的内容都在，这一次没有保存。', next: '请关闭占用数据文件的程序后再试。' },
  'storage-corrupted': { safe: '程序已停止写入，不会删除任何文件。', next: '请到“设置”里用最近的备份恢复。' },
  cancelled: { safe: '没有改动任何内容。', next: '需要时可以重新开始。' },
  internal: { safe: '此前保存的内容都在，这一次没有保存。', next: '请再试一次；仍不行，请把编号告诉管理员。' },
}

export const errorParts = {
  incident: '编号 {{incident}}',
  screenBroke: '这个页面出了问题',
  screenBrokeSafe: '已保存的内容不受影响。',
  screenBrokeNext: '可以重新打开这个页面，或先去别的页面。',
  reopen: '重新打开',
  chunkMissing: '这个页面的文件没有读到',
}
