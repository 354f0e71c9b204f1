/** The jury for programs: sessions and panels for agents, grids for jurors, the deliberation for the president. */
package fr.acquis.jury.api;
