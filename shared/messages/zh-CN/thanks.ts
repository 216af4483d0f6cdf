export const thanksErrors = {
  thanksToOneself: '不能送给自己',
  thanksValueUnknown: '这个价值观不在清单里，请另选一个',
  thanksOfGiverOnly: '只有送卡人能收回；公开的卡片网点负责人也可以撤回',
  thanksUndoOver: '已过可直接收回的时间，请改用“撤回”并写明原因',
  thanksWithdrawn: '这张卡片已撤回',
  thanksGone: '这张卡片不在了',
  thanksADay: '每人每天最多送 {{count}} 张，今天已送满，请明天再送',
  thanksOfPair: '您和{{name}}七天内已互送 {{count}} 张，再送算互刷，不予登记；真有突出的事，可以直接提名表彰',
}
