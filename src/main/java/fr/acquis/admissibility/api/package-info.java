/** Livret 1 and its decision for programs. */
package fr.acquis.admissibility.api;
