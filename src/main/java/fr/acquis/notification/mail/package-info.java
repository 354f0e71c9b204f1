/** Mails: worded and queued with the decision, sent after it by one leased row at a time. */
package fr.acquis.notification.mail;
