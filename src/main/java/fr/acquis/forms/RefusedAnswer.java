package fr.acquis.forms;

import fr.acquis.shared.BusinessRefusal;

/** An answer the room cannot take, said beside the field it is about. */
public final class RefusedAnswer extends BusinessRefusal {

    private static final long serialVersionUID = 1L;

    private final String field;

    /** @param field the field's key; inside a repeated group {@code actions[0].endsOn} */
    public RefusedAnswer(String field, String messageKey, Object... arguments) {
        super(Kind.INVALID, messageKey, arguments);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
