/** The training plan for programs: read, accepted, followed; it is written by the form of its task. */
package fr.acquis.training.api;
