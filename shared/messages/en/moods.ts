export const moods = {
  title: 'Moods',
}

export const moodErrors = {
  moodNotOpen: 'The outlet head has not chosen how moods are taken',
  moodModeIsSet: 'That is how moods are taken already',
  moodConsentFirst: 'Read the notice and agree before you check in',
  moodNoticeChanged: 'The notice has changed; read it again before you agree',
  moodMomentOff: 'Check-in is not open at this moment of the day',
  moodTagGone: 'This cause is no longer on the list',
  mostMoodTags: 'Choose two causes at most',
  moodTagsNamedOnly: 'An anonymous check-in takes no causes',
  moodAnsweredToday: 'You have checked in today; an anonymous answer cannot be changed',
  moodWishOfHead: 'As the head, tell your care contact at the branch directly',
  moodRetentionTooLong: 'Kept for {{most}} days at most; it can only be shorter',
  moodChangeGone: 'This entry is no longer there',
  tipGone: 'This tip is no longer on the list',
  carePinFirst: 'Type your PIN again to open the care page',
  careNotForHead: 'Talks with the head are not kept here',
  careNextInPast: 'The next talk cannot lie before today',
  careActionGone: 'This step is no longer on the list',
  careTalkGone: 'This talk is no longer on record',
}
