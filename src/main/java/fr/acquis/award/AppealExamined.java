package fr.acquis.award;

import fr.acquis.shared.JourneyId;

/** An appeal has its answer: a letter is to be written. */
public record AppealExamined(JourneyId journey, int number) {}
