package fr.acquis.certification.web;

/**
 * One stage of the way to the certificate, with its delay.
 *
 * @param source the text the delay stands on, in French
 */
record LegalStep(String title, String text, String source) {}
