/** Tasks for programs: listed, taken, given back. */
package fr.acquis.worklist.api;
