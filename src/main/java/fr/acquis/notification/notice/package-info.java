/** Notices inside the application: worded when they are read, counted when they are put. */
package fr.acquis.notification.notice;
