package fr.acquis.certification;

import org.jspecify.annotations.Nullable;

/**
 * A branch of trades that owns certifications.
 *
 * @param slug its address, which never changes
 * @param convention number of its collective agreement as the register has it
 */
public record Branch(String slug, String name, @Nullable String convention) {}
