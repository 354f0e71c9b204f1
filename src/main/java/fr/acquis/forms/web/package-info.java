/** The page of a form. */
package fr.acquis.forms.web;
