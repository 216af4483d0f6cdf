export const thanksErrors = {
  thanksToOneself: 'A card is for somebody else',
  thanksValueUnknown: 'This value is not on the list; choose another',
  thanksOfGiverOnly: 'Only its giver can take a card back; a public one can be withdrawn by the outlet head as well',
  thanksUndoOver: 'It is too late to take the card back without a trace; withdraw it and say why',
  thanksWithdrawn: 'This card has been withdrawn',
  thanksGone: 'This card is no longer there',
  thanksADay: 'Nobody gives more than {{count}} cards a day, and yours of today are given; give this one tomorrow',
  thanksOfPair:
    'Within seven days {{count}} cards have gone between you and {{name}}; one more would count as mutual gaming. For something outstanding, nominate instead',
}
