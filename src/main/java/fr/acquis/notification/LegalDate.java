package fr.acquis.notification;

import java.time.LocalDate;

/**
 * A date the law or the règlement sets, never shown without why.
 *
 * @param rule how it is reckoned, as a sentence: "deux mois à compter de la réception de la demande"
 * @param source of the case's own regime: "article L. 6412-2 du code du travail"
 */
public record LegalDate(LocalDate date, String rule, String source) {}
