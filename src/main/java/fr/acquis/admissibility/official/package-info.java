/** The official forms: livret 1 written into their fields, and read from them. Which field holds what is data. */
package fr.acquis.admissibility.official;
