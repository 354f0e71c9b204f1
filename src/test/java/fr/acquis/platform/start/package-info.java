/** What is said when the application will not start. */
package fr.acquis.platform.start;
