/** The reader's pages: letters as files, notices as a list. */
package fr.acquis.notification.web;
