/** The jury's pages: sessions for agents, hearings for jurors, deliberation for the president. */
package fr.acquis.jury.web;
