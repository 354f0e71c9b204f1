package fr.acquis.admissibility;

/**
 * What still stands between a draft and its submission.
 *
 * @param field the form's property, for instance {@code experiences[0].start}; empty for the page as a whole
 * @param messageKey under {@code admissibility.gap}
 */
public record Gap(Section section, String field, String messageKey, Object... arguments) {}
