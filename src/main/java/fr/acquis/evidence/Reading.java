package fr.acquis.evidence;

import org.jspecify.annotations.Nullable;

/**
 * What is known from reading a file.
 *
 * @param pages null where pages make no sense or could not be counted
 * @param characters of text kept
 * @param cutShort whether the file holds more text than is kept
 */
public record Reading(ReadingState state, @Nullable Integer pages, int characters, boolean cutShort) {}
