/** Letters for programs. */
package fr.acquis.notification.api;
