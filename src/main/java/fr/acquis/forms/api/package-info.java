/** Forms of tasks for programs: read with what they open with, answered under the same rules as on the page. */
package fr.acquis.forms.api;
