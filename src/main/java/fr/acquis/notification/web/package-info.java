/** Pages of notices and letters. */
package fr.acquis.notification.web;
