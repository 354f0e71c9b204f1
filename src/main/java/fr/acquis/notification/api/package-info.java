/** Letters for programs, and how soon a person is told of what. */
package fr.acquis.notification.api;
