package fr.acquis.certification;

import java.util.List;
import java.util.Optional;

/** The pieces of livret 1, in the order they are asked for. */
public record RequiredPieces(List<RequiredPiece> pieces) {

    public RequiredPieces {
        pieces = List.copyOf(pieces);
        if (pieces.stream().map(RequiredPiece::code).distinct().count() != pieces.size()) {
            throw new IllegalArgumentException("a piece is asked for twice");
        }
    }

    /** Those without which no file is complete. */
    public List<RequiredPiece> required() {
        return pieces.stream()
                .filter(piece -> piece.need() == RequiredPiece.Need.REQUIRED)
                .toList();
    }

    public Optional<RequiredPiece> piece(String code) {
        return pieces.stream().filter(piece -> piece.code().equals(code)).findFirst();
    }
}
