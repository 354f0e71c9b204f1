/** The file of a form as this application reads it, and its rules applied to an answer. */
package fr.acquis.forms.schema;
