/** The open data of the register: read in one pass, compared, applied. */
package fr.acquis.certification.register;
