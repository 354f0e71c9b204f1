/** Tasks for programs: of a team or a case, listed, taken, given back. */
package fr.acquis.worklist.api;
