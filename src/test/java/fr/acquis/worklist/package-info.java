/** The worklist at work: a body of its own for each test, with people, cases and tasks of the number it needs. */
package fr.acquis.worklist;
