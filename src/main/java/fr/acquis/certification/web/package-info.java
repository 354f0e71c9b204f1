/** The pages of the catalogue, open to anyone: the search, and each certification with what is to be known before effort. */
package fr.acquis.certification.web;
