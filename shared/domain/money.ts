/** Sums are whole fen; people read and write yuan. */
export const FEN_PER_YUAN = 100
