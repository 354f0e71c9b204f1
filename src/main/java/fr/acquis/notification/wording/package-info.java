/** Languages and typography of what is written to people. */
package fr.acquis.notification.wording;
