/** The catalogue for programs. */
package fr.acquis.certification.api;
