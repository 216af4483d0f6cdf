export const moods = {
  title: '员工心情',
}

export const moodErrors = {
  moodNotOpen: '网点负责人还没有选定心情签到的方式',
  moodModeIsSet: '现在就是这种方式',
  moodConsentFirst: '请先看告知书并同意，再签到',
  moodNoticeChanged: '告知书更新了，请重新看一遍再同意',
  moodMomentOff: '这个时段没有开放签到',
  moodTagGone: '这个原因标签不在列表里了',
  mostMoodTags: '原因最多选两个',
  moodTagsNamedOnly: '不具名签到不收原因标签',
  moodAnsweredToday: '今天已经签过了，不具名的签到改不了',
  moodWishOfHead: '网点负责人的谈话意愿请直接告诉上级关爱联系人',
  moodRetentionTooLong: '最长保存 {{most}} 天，只能调短',
  moodChangeGone: '这一条已经不在了',
  tipGone: '这个小方法不在列表里了',
  carePinFirst: '请再输一次 PIN 打开关怀页',
  careNotForHead: '这里不记负责人本人的谈话',
  careNextInPast: '下次谈话不能早于今天',
  careActionGone: '这项安排不在列表里了',
  careTalkGone: '这条谈话记录已经不在了',
}
