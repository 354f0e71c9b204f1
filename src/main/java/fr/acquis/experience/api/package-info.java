/** Periods for programs, with their arithmetic. */
package fr.acquis.experience.api;
